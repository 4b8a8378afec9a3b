#include "emit/html/html_figure.h"

#include <cmath>

#include "base/base64.h"
#include "emit/pictures/image_size.h"
#include "emit/pictures/shown_picture.h"
#include "emit/words/html_text.h"

namespace casewright {
namespace {

/// A length with at most two decimals, in the classic locale.
void append_length(std::string& out, float length) {
  const auto hundredths = static_cast<long long>(std::llround(static_cast<double>(length) * 100));
  const long long whole = std::llabs(hundredths) / 100, rest = std::llabs(hundredths) % 100;
  if (hundredths < 0) out += '-';
  out += std::to_string(whole);
  if (rest == 0) return;
  out += '.';
  out += static_cast<char>('0' + rest / 10);
  if (rest % 10 != 0) out += static_cast<char>('0' + rest % 10);
}

void append_number(std::string& out, std::string_view name, float value) {
  out += ' ';
  out += name;
  out += "=\"";
  append_length(out, value);
  out += '"';
}

/// The classes that give a shape its theme colours; the style sheet knows the roles.
void append_paint(std::string& out, const Shape& shape) {
  std::string names = shape.fill.empty() ? "f-none" : "f-" + shape.fill;
  if (!shape.stroke.empty()) names += " s-" + shape.stroke;
  append_attribute(out, "class", names);
  if (!shape.stroke.empty() && shape.stroke_width != 1) append_number(out, "stroke-width", shape.stroke_width);
}

void append_words(std::string& out, const Shape& shape) {
  static constexpr std::string_view anchors[] = {"", "middle", "end"};
  out += "<text";
  append_number(out, "x", shape.x);
  append_number(out, "y", shape.y);
  append_number(out, "font-size", shape.text_size);
  append_attribute(out, "text-anchor", anchors[static_cast<std::size_t>(shape.anchor)]);
  append_attribute(out, "class", "f-" + (shape.fill.empty() ? std::string("ink") : shape.fill));
  out += '>';
  append_html(out, shape.text);
  out += "</text>\n";
}

void append_shape(std::string& out, const Shape& shape) {
  switch (shape.kind) {
    case ShapeKind::rectangle:
      out += "<rect";
      append_number(out, "x", shape.x);
      append_number(out, "y", shape.y);
      append_number(out, "width", shape.width);
      append_number(out, "height", shape.height);
      break;
    case ShapeKind::line:
      out += "<line";
      append_number(out, "x1", shape.x);
      append_number(out, "y1", shape.y);
      append_number(out, "x2", shape.x + shape.width);
      append_number(out, "y2", shape.y + shape.height);
      break;
    case ShapeKind::circle:
      out += "<circle";
      append_number(out, "cx", shape.x);
      append_number(out, "cy", shape.y);
      append_number(out, "r", shape.width);
      break;
    case ShapeKind::text: return append_words(out, shape);
  }
  append_paint(out, shape);
  out += "/>\n";
}

void append_scene(std::string& out, const Picture& picture, std::string_view title, const std::string& name) {
  const Scene& scene = *picture.scene;
  const bool wide = scene.width > 420;
  if (wide) {
    out += "<div class=\"scroll\" role=\"group\" tabindex=\"0\" aria-label=\"";
    append_html(out, title.empty() ? "Picture" : "Picture: " + std::string(title));
    out += "\">";
  }
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 ";
  append_length(out, scene.width);
  out += ' ';
  append_length(out, scene.height);
  out += '"';
  append_number(out, "width", scene.width);
  append_number(out, "height", scene.height);
  if (wide) out += " class=\"wide\"";
  if (picture.decorative) {
    out += " aria-hidden=\"true\">\n";
  } else {
    out += " role=\"img\" aria-labelledby=\"" + name + "-title " + name + "-words\">\n<title id=\"" + name + "-title\">";
    append_html(out, title.empty() ? "Picture" : title);
    out += "</title>\n<desc id=\"" + name + "-words\">";
    append_html(out, picture.alternative);
    out += "</desc>\n";
  }
  for (const Shape& shape : scene.shapes) append_shape(out, shape);
  out += wide ? "</svg></div>\n" : "</svg>\n";
}

void append_data(std::string& out, const ShownPicture& shown) {
  out += "data:" + shown.media_type + ";base64,";
  append_base64(out, shown.bytes);
}

/// A picture in a frame of SVG, which keeps its shape at any width. (The Nu checker takes an <img> of data: for
/// forbidden even where the page's policy names data:.)
void append_image(std::string& out, const Picture& picture, const ShownPicture& shown, ImageSize size) {
  const std::string across = std::to_string(size.width), down = std::to_string(size.height);
  out += "<svg xmlns=\"http://www.w3.org/2000/svg\" class=\"picture\" viewBox=\"0 0 " + across + " " + down + "\" width=\"" + across +
         "\" height=\"" + down + "\"";
  if (picture.decorative) out += " role=\"presentation\"";
  else out += " role=\"img\"", append_attribute(out, "aria-label", picture.alternative);
  out += "><image width=\"" + across + "\" height=\"" + down + "\" href=\"";
  append_data(out, shown);
  out += "\"/></svg>\n";
}

}  // namespace

void append_picture(std::string& out, const Picture& picture, std::string_view title, std::size_t number) {
  if (picture.scene != nullptr) return append_scene(out, picture, title, "figure-" + std::to_string(number));
  const ShownPicture shown = shown_picture(picture, PictureUse::page);
  if (const auto size = image_size(shown.bytes)) {
    append_image(out, picture, shown, *size);
  } else if (!shown.media_type.empty()) {
    out += "<img src=\"";
    append_data(out, shown);
    out += "\" alt=\"";
    if (!picture.decorative) append_html(out, picture.alternative);
    out += "\">\n";
  } else if (!picture.alternative.empty()) {
    out += "<p class=\"picture-words\">";  // the picture itself was not kept: its words stand for it
    append_html(out, picture.alternative);
    out += "</p>\n";
  }
}

}  // namespace casewright
