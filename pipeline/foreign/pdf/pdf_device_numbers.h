#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>

#include <poppler/GfxState.h>

#include "base/span.h"

// Only pdf_device*.cpp include this page: how Poppler's numbers are written down.
namespace casewright::pdf {

/// A colour or an opacity in whole numbers.
inline std::uint32_t packed(const GfxRGB& colour) {
  const auto part = [](GfxColorComp each) {
    return static_cast<std::uint32_t>(std::clamp(std::lround(colToDbl(each) * 255), 0l, 255l));
  };
  return part(colour.r) << 16 | part(colour.g) << 8 | part(colour.b);
}

inline std::uint8_t packed(double opacity) { return static_cast<std::uint8_t>(std::clamp(std::lround(opacity * 255), 0l, 255l)); }

/// Numbers of a hostile file may be anything; a place that is none lies far off every page.
inline float place(double value) { return std::isfinite(value) ? static_cast<float>(std::clamp(value, -1e6, 1e6)) : -1e6f; }

/// Makes a box hold a point too.
inline void widen(Box& box, float x, float y) {
  box.left = std::min(box.left, x);
  box.right = std::max(box.right, x);
  box.top = std::min(box.top, y);
  box.bottom = std::max(box.bottom, y);
}

/// The box that holds no point.
inline constexpr Box nothing{1e9f, 1e9f, -1e9f, -1e9f};

/// What may be painted on just now.
inline Box clip_of(GfxState* state) {
  double left, top, right, bottom;
  state->getClipBBox(&left, &top, &right, &bottom);
  return {place(left), place(top), place(right), place(bottom)};
}

/// True where what is painted makes what lies under it darker and does not hide it.
inline bool darkens(const GfxState* state) {
  const GfxBlendMode mode = state->getBlendMode();
  return mode == gfxBlendMultiply || mode == gfxBlendDarken || mode == gfxBlendColorBurn;
}

}  // namespace casewright::pdf
