#pragma once

#include <string>
#include <vector>

namespace casewright {

/// What one shape of a drawing is.
enum class ShapeKind { rectangle, line, circle, text };

/// One shape in the order of painting; lengths in points from the drawing's top left.
struct Shape {
  ShapeKind kind = ShapeKind::rectangle;
  float x = 0, y = 0;           ///< rectangle: top left; line: start; circle: centre; text: left of the baseline
  float width = 0, height = 0;  ///< rectangle: its size; line: the way to its end; circle: width is the radius
  std::string fill;             ///< a theme colour's role ("accent", "ink", "quiet", "warning"), empty for none
  std::string stroke;           ///< likewise
  float stroke_width = 1;
  std::string text;
  float text_size = 10;         ///< points
  enum class Anchor { start, middle, end } anchor = Anchor::start;
};

/// A drawing that each writer sets in its own way: SVG in HTML, vectors in PDF.
struct Scene {
  float width = 0;
  float height = 0;
  std::vector<Shape> shapes;
};

}  // namespace casewright
