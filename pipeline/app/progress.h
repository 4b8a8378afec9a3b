#pragma once

#include <chrono>
#include <cstddef>
#include <string>

#include "app/console.h"
#include "batch/run.h"

namespace casewright {

/// The line that a progress bar shows after so many seconds: "[#####...............] 12 of 48, 3.4 a second, 96 pages,
/// 1 failed, 0:11 left". What an earlier run did counts as done but not for the rate.
std::string progress_line(const BatchProgress& far, double seconds);

/// A bar on a terminal for work of many pieces, with rate and time left; says nothing where nobody watches.
class Progress {
 public:
  explicit Progress(const Console& console);
  ~Progress() { clear(); }
  Progress(const Progress&) = delete;
  Progress& operator=(const Progress&) = delete;

  /// Shows how far the work is.
  void show(const BatchProgress& far);
  /// Takes the bar away, so that a line can be said; the next show draws it anew.
  void clear();

 private:
  using Clock = std::chrono::steady_clock;
  const Console& console_;
  std::size_t drawn_ = 0;  ///< how long the line on the terminal is
  Clock::time_point begun_, last_;
};

}  // namespace casewright
