#pragma once

#include <algorithm>

#include "base/span.h"

namespace casewright {

inline float wide(const Box& box) { return std::max(0.0f, box.right - box.left); }
inline float tall(const Box& box) { return std::max(0.0f, box.bottom - box.top); }
inline float area(const Box& box) { return wide(box) * tall(box); }
/// What two boxes share; nothing is as wide or as tall as zero.
inline Box meet(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}
/// The smallest box round both.
inline Box around(const Box& a, const Box& b) {
  return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)};
}
inline bool touch(const Box& a, const Box& b) {
  return a.left <= b.right && b.left <= a.right && a.top <= b.bottom && b.top <= a.bottom;
}
inline bool holds(const Box& box, float x, float y) {
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

}  // namespace casewright
