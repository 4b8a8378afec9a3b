#include "emit/pdf/pdf_figure.h"

#include <algorithm>

#include "base/picture_file.h"
#include "emit/pictures/image_size.h"
#include "emit/pictures/theme_look.h"
#include "foreign/image.h"

namespace casewright {
namespace {

constexpr float dots_to_points = 0.75f;  // 96 dots an inch, as browsers take it

void append_numbers(std::string& out, std::initializer_list<float> numbers, std::string_view operation) {
  for (const float each : numbers) {
    pdf::append_number(out, each);
    out += ' ';
  }
  out.append(operation).append("\n");
}

void append_colour(std::string& out, const Colour& colour, std::string_view operation) {
  append_numbers(out, {static_cast<float>(colour.red) / 255, static_cast<float>(colour.green) / 255, static_cast<float>(colour.blue) / 255}, operation);
}

void append_colour(std::string& out, const Theme& theme, std::string_view role, std::string_view operation) {
  append_colour(out, theme_colour(theme, role), operation);
}

void append_step(std::string& out, const raster::PathStep& step) {
  switch (step.kind) {
    case raster::PathStep::Kind::move: return append_numbers(out, {step.x, step.y}, "m");
    case raster::PathStep::Kind::line: return append_numbers(out, {step.x, step.y}, "l");
    case raster::PathStep::Kind::curve: return append_numbers(out, {step.x1, step.y1, step.x2, step.y2, step.x, step.y}, "c");
    case raster::PathStep::Kind::close: out += "h\n";
  }
}

/// A circle of four curves.
void append_circle(std::string& out, float x, float y, float r) {
  const float k = 0.5523f * r;
  append_numbers(out, {x + r, y}, "m");
  append_numbers(out, {x + r, y + k, x + k, y + r, x, y + r}, "c");
  append_numbers(out, {x - k, y + r, x - r, y + k, x - r, y}, "c");
  append_numbers(out, {x - r, y - k, x - k, y - r, x, y - r}, "c");
  append_numbers(out, {x + k, y - r, x + r, y - k, x + r, y}, "c");
}

void append_path(std::string& out, const Shape& shape, float height) {
  const float y = height - shape.y;
  if (shape.kind == ShapeKind::rectangle) append_numbers(out, {shape.x, y - shape.height, shape.width, shape.height}, "re");
  if (shape.kind == ShapeKind::circle) append_circle(out, shape.x, y, shape.width);
  if (shape.kind == ShapeKind::line) {
    append_numbers(out, {shape.x, y}, "m");
    append_numbers(out, {shape.x + shape.width, y - shape.height}, "l");
  }
}

void append_shape(std::string& out, const Shape& shape, const Theme& theme, float height) {
  const bool fill = !shape.fill.empty() && shape.kind != ShapeKind::line, stroke = !shape.stroke.empty();
  if (!fill && !stroke) return;
  if (fill) append_colour(out, theme, shape.fill, "rg");
  if (stroke) {
    append_colour(out, theme, shape.stroke, "RG");
    append_numbers(out, {shape.stroke_width}, "w");
  }
  append_path(out, shape, height);
  out += fill && stroke ? "B\n" : fill ? "f\n" : "S\n";
}

}  // namespace

std::optional<PdfMark> PdfFigures::draw_scene(const Scene& scene, float width, float height) {
  if (scene.width <= 0 || scene.height <= 0) return std::nullopt;
  const float scale = std::min({1.f, width / scene.width, height / scene.height});
  PdfMark mark;
  mark.words = false;
  mark.width = scene.width * scale;
  mark.ascent = scene.height * scale;
  append_numbers(mark.operators, {scale, 0, 0, scale, 0, 0}, "cm");
  for (const Shape& shape : scene.shapes) {
    if (shape.kind != ShapeKind::text) {
      append_shape(mark.operators, shape, theme_, scene.height);
      continue;
    }
    const PdfMark words = text_.words(shape.text, shape.text_size, false, theme_colour(theme_, shape.fill.empty() ? "ink" : shape.fill));
    if (words.operators.empty()) continue;
    const float back = shape.anchor == Shape::Anchor::start ? 0 : shape.anchor == Shape::Anchor::middle ? words.width / 2 : words.width;
    mark.operators += "BT ";
    append_numbers(mark.operators, {1, 0, 0, 1, shape.x - back, scene.height - shape.y}, "Tm");
    mark.operators += words.operators + " ET\n";
  }
  return mark;
}

std::optional<PdfMark> PdfFigures::draw_drawing(const Drawing& drawing, float width, float height) {
  const float scale = std::min({1.f, width / drawing.width, height / drawing.height});
  PdfMark mark;
  mark.words = false;
  mark.width = drawing.width * scale;
  mark.ascent = drawing.height * scale;
  append_numbers(mark.operators, {scale, 0, 0, -scale, 0, mark.ascent}, "cm");
  for (const DrawnPath& path : drawing.paths) {
    if (path.fill) append_colour(mark.operators, *path.fill, "rg");
    if (path.stroke) append_colour(mark.operators, *path.stroke, "RG"), append_numbers(mark.operators, {path.stroke_width}, "w");
    for (const raster::PathStep& step : path.steps) append_step(mark.operators, step);
    const std::string_view rule = path.even_odd ? "*" : "";
    mark.operators.append(!path.fill ? "S" : path.stroke ? "B" : "f").append(path.fill ? rule : "").append("\n");
  }
  return mark;
}

/// The name under which pages know the image; empty where it cannot be used.
std::string PdfFigures::image_named(const Picture& picture, const ShownPicture& shown) {
  if (const auto found = names_.find(picture.bytes); found != names_.end()) return found->second;
  std::string entries = "/Type /XObject /Subtype /Image /BitsPerComponent 8";
  const auto size = [&entries](std::uint32_t width, std::uint32_t height) {
    entries += " /Width " + std::to_string(width) + " /Height " + std::to_string(height);
  };
  pdf::ObjectId id = 0;
  if (const auto jpeg = image::read_jpeg_head(shown.bytes); jpeg && (jpeg->parts == 1 || jpeg->parts == 3)) {
    size(jpeg->width, jpeg->height);
    id = objects_.add_stream(entries + (jpeg->parts == 1 ? " /ColorSpace /DeviceGray" : " /ColorSpace /DeviceRGB") + " /Filter /DCTDecode", shown.bytes);
  } else if (const auto png = image::read_png(shown.bytes)) {
    size(png->width, png->height);
    id = objects_.add_stream(entries + " /ColorSpace /DeviceRGB", png->rgb);
  }
  const std::string name = id == 0 ? "" : "I" + std::to_string(id);
  if (id != 0) images_ += "/" + name + " " + pdf::reference(id) + " ";
  names_.emplace(picture.bytes, name);
  return name;
}

std::optional<PdfMark> PdfFigures::draw_image(const Picture& picture, float width, float height) {
  const ShownPicture shown = shown_picture(picture, PictureUse::pdf);
  const auto size = image_size(shown.bytes);
  const std::string name = size && size->width > 0 && size->height > 0 ? image_named(picture, shown) : "";
  if (name.empty()) return std::nullopt;
  const float own_width = static_cast<float>(size->width) * dots_to_points, own_height = static_cast<float>(size->height) * dots_to_points;
  const float scale = std::min({1.f, width / own_width, height / own_height});
  PdfMark mark;
  mark.words = false;
  mark.width = own_width * scale;
  mark.ascent = own_height * scale;
  append_numbers(mark.operators, {mark.width, 0, 0, mark.ascent, 0, 0}, "cm");
  mark.operators += "/" + name + " Do";
  return mark;
}

std::optional<PdfMark> PdfFigures::draw(const Picture& picture, float width, float height) {
  if (picture.scene != nullptr) return draw_scene(*picture.scene, width, height);
  if (picture.bytes.empty()) return std::nullopt;
  if (const auto drawing = picture_kind(picture.bytes) == PictureKind::svg ? read_svg(picture.bytes) : std::nullopt) return draw_drawing(*drawing, width, height);
  return draw_image(picture, width, height);
}

float PdfFigures::width_of(const Picture& picture) const {
  if (picture.scene != nullptr) return picture.scene->width;
  const auto size = image_size(picture.bytes);
  return size ? static_cast<float>(size->width) * dots_to_points : 0;
}

}  // namespace casewright
