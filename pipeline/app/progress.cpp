#include "app/progress.h"

#include <algorithm>
#include <cstdio>
#include <ostream>

namespace casewright {
namespace {

constexpr std::size_t bar_length = 20;
constexpr auto redraw_after = std::chrono::milliseconds(100);

std::string clock_text(double seconds) {
  const auto all = static_cast<unsigned long>(std::max(0.0, seconds) + 0.5);
  char text[64];
  if (all >= 3600) std::snprintf(text, sizeof text, "%lu:%02lu:%02lu", all / 3600, all / 60 % 60, all % 60);
  else std::snprintf(text, sizeof text, "%lu:%02lu", all / 60, all % 60);
  return text;
}

}  // namespace

std::string progress_line(std::size_t done, std::size_t all, double seconds) {
  const std::size_t filled = all == 0 ? bar_length : std::min(bar_length, bar_length * done / all);
  std::string line = "[" + std::string(filled, '#') + std::string(bar_length - filled, '.') + "] " + std::to_string(done) + " of " + std::to_string(all);
  if (done == 0 || seconds <= 0) return line;
  const double rate = static_cast<double>(done) / seconds;
  char text[64];
  if (rate >= 1) std::snprintf(text, sizeof text, ", %.1f a second", rate);
  else std::snprintf(text, sizeof text, ", %.1f s each", 1 / rate);
  return line + text + ", " + clock_text(static_cast<double>(all - std::min(done, all)) / rate) + " left";
}

Progress::Progress(const Console& console, std::size_t all) : console_(console), all_(all), begun_(Clock::now()) {}

void Progress::step() {
  ++done_;
  const auto now = Clock::now();
  if (!console_.terminal || (done_ != all_ && drawn_ != 0 && now - last_ < redraw_after)) return;
  last_ = now;
  std::string line = progress_line(done_, all_, std::chrono::duration<double>(now - begun_).count());
  const std::size_t length = line.size();
  if (length < drawn_) line.append(drawn_ - length, ' ');
  console_.err << '\r' << line << std::flush;
  drawn_ = length;
}

void Progress::clear() {
  if (drawn_ == 0) return;
  console_.err << '\r' << std::string(drawn_, ' ') << '\r' << std::flush;
  drawn_ = 0;
}

}  // namespace casewright
