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

std::string progress_line(const BatchProgress& far, double seconds) {
  const std::size_t filled = far.all == 0 ? bar_length : std::min<std::size_t>(bar_length, bar_length * far.done / far.all);
  std::string line = "[" + std::string(filled, '#') + std::string(bar_length - filled, '.') + "] " + std::to_string(far.done) + " of " + std::to_string(far.all);
  const std::uint64_t here = far.done - std::min(far.done, far.skipped);
  const double rate = seconds <= 0 ? 0 : static_cast<double>(here) / seconds;
  char text[64] = "";
  if (rate >= 1) std::snprintf(text, sizeof text, ", %.1f a second", rate);
  else if (rate > 0) std::snprintf(text, sizeof text, ", %.1f s each", 1 / rate);
  line += text;
  if (far.pages != 0) line += ", " + std::to_string(far.pages) + " pages";
  if (far.failed != 0) line += ", " + std::to_string(far.failed) + " failed";
  if (rate > 0) line += ", " + clock_text(static_cast<double>(far.all - std::min(far.done, far.all)) / rate) + " left";
  return line;
}

Progress::Progress(const Console& console) : console_(console), begun_(Clock::now()) {}

void Progress::show(const BatchProgress& far) {
  const auto now = Clock::now();
  if (!console_.terminal || (far.done != far.all && drawn_ != 0 && now - last_ < redraw_after)) return;
  last_ = now;
  std::string line = progress_line(far, std::chrono::duration<double>(now - begun_).count());
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
