#include "emit/pictures/scene_picture.h"

#include <cmath>
#include <optional>

#include "emit/pictures/theme_look.h"
#include "emit/words/xml_text.h"
#include "foreign/typesetting/canvas.h"

namespace casewright {
namespace {

constexpr std::string_view drawing_font = "Arial";

/// A length with at most two decimals, in the classic locale.
std::string length(float value) {
  const long hundredths = std::lround(static_cast<double>(value) * 100);
  const long rest = std::labs(hundredths) % 100;
  std::string out = (hundredths < 0 ? "-" : "") + std::to_string(std::labs(hundredths) / 100);
  if (rest != 0) out += "." + std::to_string(rest / 10) + (rest % 10 != 0 ? std::to_string(rest % 10) : "");
  return out;
}

std::string attribute(std::string_view name, const std::string& value) { return " " + std::string(name) + "=\"" + value + "\""; }

std::string paint(const Shape& shape, const Theme& theme) {
  std::string out = attribute("fill", shape.fill.empty() ? "none" : write_colour(theme_colour(theme, shape.fill)));
  if (!shape.stroke.empty())
    out += attribute("stroke", write_colour(theme_colour(theme, shape.stroke))) + attribute("stroke-width", length(shape.stroke_width));
  return out;
}

std::string text_svg(const Shape& shape, const Theme& theme) {
  static constexpr std::string_view anchors[] = {"start", "middle", "end"};
  const std::string role = shape.fill.empty() ? "ink" : shape.fill;
  return "<text" + attribute("x", length(shape.x)) + attribute("y", length(shape.y)) + attribute("font-size", length(shape.text_size)) +
         attribute("text-anchor", std::string(anchors[static_cast<std::size_t>(shape.anchor)])) +
         attribute("fill", write_colour(theme_colour(theme, role))) + ">" + xml_text(shape.text) + "</text>\n";
}

std::string shape_svg(const Shape& shape, const Theme& theme) {
  switch (shape.kind) {
    case ShapeKind::rectangle:
      return "<rect" + attribute("x", length(shape.x)) + attribute("y", length(shape.y)) + attribute("width", length(shape.width)) +
             attribute("height", length(shape.height)) + paint(shape, theme) + "/>\n";
    case ShapeKind::line:
      return "<line" + attribute("x1", length(shape.x)) + attribute("y1", length(shape.y)) + attribute("x2", length(shape.x + shape.width)) +
             attribute("y2", length(shape.y + shape.height)) + paint(shape, theme) + "/>\n";
    case ShapeKind::circle:
      return "<circle" + attribute("cx", length(shape.x)) + attribute("cy", length(shape.y)) + attribute("r", length(shape.width)) +
             paint(shape, theme) + "/>\n";
    case ShapeKind::text: return text_svg(shape, theme);
  }
  return {};
}

std::optional<Colour> colour_of(const std::string& role, const Theme& theme) {
  if (role.empty()) return std::nullopt;
  return theme_colour(theme, role);
}

const Colour* pointer(const std::optional<Colour>& colour) { return colour ? &*colour : nullptr; }

void paint_shape(raster::Canvas& canvas, const Shape& shape, const Theme& theme, const std::string& fonts) {
  const auto fill = colour_of(shape.fill, theme), stroke = colour_of(shape.stroke, theme);
  switch (shape.kind) {
    case ShapeKind::rectangle:
      canvas.rectangle(shape.x, shape.y, shape.width, shape.height, pointer(fill), pointer(stroke), shape.stroke_width);
      break;
    case ShapeKind::line:
      if (stroke) canvas.line(shape.x, shape.y, shape.x + shape.width, shape.y + shape.height, *stroke, shape.stroke_width);
      break;
    case ShapeKind::circle:
      canvas.circle(shape.x, shape.y, shape.width, pointer(fill), pointer(stroke), shape.stroke_width);
      break;
    case ShapeKind::text:
      canvas.text(shape.x, shape.y, shape.text, shape.text_size, fonts, static_cast<raster::Anchor>(shape.anchor),
                  fill ? *fill : theme_colour(theme, "ink"));
      break;
  }
}

}  // namespace

std::string scene_svg(const Scene& scene, const Theme& theme) {
  std::string out = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + length(scene.width) + " " + length(scene.height) + "\"" +
                    attribute("width", length(scene.width)) + attribute("height", length(scene.height)) +
                    attribute("font-family", xml_text(first_font(theme.text_font, drawing_font)) + ", sans-serif") + ">\n";
  for (const Shape& shape : scene.shapes) out += shape_svg(shape, theme);
  return out + "</svg>\n";
}

std::string scene_png(const Scene& scene, const Theme& theme, float dots) {
  const auto canvas = raster::canvas(scene.width, scene.height, dots, theme_colour(theme, "paper"));
  const std::string fonts = first_font(theme.text_font, drawing_font) + ",Liberation Sans,sans-serif";
  for (const Shape& shape : scene.shapes) paint_shape(*canvas, shape, theme, fonts);
  return canvas->png();
}

}  // namespace casewright
