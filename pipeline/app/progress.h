#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "app/console.h"

namespace casewright {

/// The line that a progress bar shows: "[#####...............] 12 of 48, 3.4 a second, 0:11 left".
std::string progress_line(std::size_t done, std::size_t all, double seconds);

/// A bar on a terminal for work of many pieces, with rate and time left; says nothing where nobody watches.
class Progress {
 public:
  Progress(const Console& console, std::size_t all);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// One more piece is done.
  void step();
  /// Takes the bar away, so that a line can be said; the next step draws it anew.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Console& console_;
  std::size_t all_, done_ = 0;
  std::size_t drawn_ = 0;  ///< how long the line on the terminal is
  Clock::time_point begun_, last_;
};

}  // namespace casewright
