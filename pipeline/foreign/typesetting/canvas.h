#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/colour.h"

namespace casewright::raster {

/// Where a text stands against its point.
enum class Anchor { start, middle, end };

/// One step of an outline; a curve is cubic.
struct PathStep {
  enum class Kind { move, line, curve, close };
  Kind kind = Kind::move;
  float x1 = 0, y1 = 0, x2 = 0, y2 = 0;  ///< the two control points of a curve
  float x = 0, y = 0;                    ///< where the step ends
};

/// A picture of points that is painted shape by shape and given up as PNG. Lengths are points from its top left.
class Canvas {
 public:
  virtual ~Canvas() = default;

  virtual void rectangle(float x, float y, float width, float height, const Colour* fill, const Colour* stroke, float stroke_width) = 0;
  virtual void line(float x, float y, float to_x, float to_y, const Colour& stroke, float stroke_width) = 0;
  virtual void circle(float x, float y, float radius, const Colour* fill, const Colour* stroke, float stroke_width) = 0;
  virtual void path(const std::vector<PathStep>& steps, bool even_odd, const Colour* fill, const Colour* stroke, float stroke_width) = 0;
  /// Text on one line from its baseline; `fonts` is a list of families, scripts that they lack are found elsewhere.
  virtual void text(float x, float y, std::string_view words, float size, const std::string& fonts, Anchor anchor, const Colour& ink) = 0;

  /// The picture as PNG, or no bytes where it is too large to be made.
  virtual std::string png() const = 0;
};

/// An empty canvas; `dots` is how many dots of the picture make one point. Throws MissingPart.
std::unique_ptr<Canvas> canvas(float width, float height, float dots, const Colour& ground);

}  // namespace casewright::raster
