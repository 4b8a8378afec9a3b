#pragma once

#include <chrono>

namespace casewright::pdf {

/// An end in time for Poppler's painting, which may otherwise go on for hours: it asks `passed` and is given the deadline itself.
class Deadline {
 public:
  explicit Deadline(std::chrono::seconds from_now) : end_(std::chrono::steady_clock::now() + from_now) {}
  bool is_over() const { return std::chrono::steady_clock::now() > end_; }
  static bool passed(void* deadline) { return static_cast<const Deadline*>(deadline)->is_over(); }

 private:
  std::chrono::steady_clock::time_point end_;
};

}  // namespace casewright::pdf
