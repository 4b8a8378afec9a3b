#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "base/colour.h"
#include "foreign/typesetting/canvas.h"

namespace casewright {

/// One outline of a drawing with its colours.
struct DrawnPath {
  std::vector<raster::PathStep> steps;
  std::optional<Colour> fill, stroke;
  float stroke_width = 1;
  bool even_odd = false;
};

/// A drawing as outlines alone, from the top left.
struct Drawing {
  float width = 0, height = 0;
  std::vector<DrawnPath> paths;
};

/// Reads an SVG picture of shapes in plain colours, as boards' logos are; nothing where it holds anything else (text,
/// gradients, pictures, transparency), so that it is never shown in part.
std::optional<Drawing> read_svg(std::string_view bytes);

}  // namespace casewright
