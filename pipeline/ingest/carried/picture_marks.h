#pragma once

#include <functional>
#include <optional>

#include "foreign/pdf/pdf_picture.h"

namespace casewright {

/// A part of a picture, in its dots.
struct PicturePart {
  std::uint32_t left = 0, top = 0, right = 0, bottom = 0;
};

/// The part that was made a mosaic, where it is not the whole: flat squares, evenly apart, of many greys.
std::optional<PicturePart> mosaic_in(const pdf::Grey& grey);

/// The part that was blurred within a sharp picture: smoother than a lens draws, and shut in on nearly every side.
std::optional<PicturePart> blur_in(const pdf::Grey& grey);

/// How much of a picture shows at a place, both sides measured from 0 to 1; from 0 to 255.
using Shows = std::function<int(float x, float y)>;

/// The share of a picture, from 0 to 1, that does not show although the picture holds something there.
float hidden_content(const pdf::Grey& grey, const Shows& shows);

}  // namespace casewright
