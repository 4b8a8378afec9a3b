#include "emit/pictures/svg_drawing.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>

#include "base/text.h"
#include "foreign/xml/xml.h"

namespace casewright {
namespace {

using raster::PathStep;

constexpr int deepest_group = 32;
constexpr std::size_t most_steps = 200'000;
constexpr double pi = 3.14159265358979323846;

/// x' = a x + c y + e, y' = b x + d y + f.
struct Matrix {
  float a = 1, b = 0, c = 0, d = 1, e = 0, f = 0;

  Matrix before(const Matrix& inner) const {
    return {a * inner.a + c * inner.b, b * inner.a + d * inner.b, a * inner.c + c * inner.d, b * inner.c + d * inner.d,
            a * inner.e + c * inner.f + e, b * inner.e + d * inner.f + f};
  }
  void apply(float& x, float& y) const {
    const float across = a * x + c * y + e;
    y = b * x + d * y + f;
    x = across;
  }
};

/// Reads numbers as SVG writes them, with or without anything between them.
class Numbers {
 public:
  explicit Numbers(std::string_view text) : text_(text) {}

  bool next(float& value) {
    skip();
    std::size_t from = at_;
    if (from < text_.size() && text_[from] == '+') ++from;
    const auto read = std::from_chars(text_.data() + from, text_.data() + text_.size(), value);
    if (read.ec != std::errc() || !std::isfinite(value)) return false;
    at_ = static_cast<std::size_t>(read.ptr - text_.data());
    return true;
  }
  /// A flag of an arc is one digit, whatever follows.
  bool flag(bool& value) {
    skip();
    if (at_ >= text_.size() || (text_[at_] != '0' && text_[at_] != '1')) return false;
    value = text_[at_++] == '1';
    return true;
  }
  /// The letter that stands next, or 0 where a number does.
  char letter() {
    skip();
    if (at_ >= text_.size()) return 0;
    const char c = text_[at_];
    const bool is_letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return is_letter ? (++at_, c) : '\0';
  }
  bool done() {
    skip();
    return at_ >= text_.size();
  }

 private:
  void skip() {
    while (at_ < text_.size() && std::string_view(" \t\r\n,").find(text_[at_]) != std::string_view::npos) ++at_;
  }
  std::string_view text_;
  std::size_t at_ = 0;
};

/// What shapes inherit from the groups around them.
struct Paint {
  std::optional<Colour> fill = Colour{}, stroke;
  float stroke_width = 1;
  bool even_odd = false;
  Matrix matrix;
};

/// Builds one outline in the drawing's own coordinates.
class Outline {
 public:
  explicit Outline(DrawnPath& path) : path_(path) {}

  void move(float x, float y) { path_.steps.push_back({PathStep::Kind::move, 0, 0, 0, 0, start_x_ = x_ = x, start_y_ = y_ = y}); }
  void line(float x, float y) { path_.steps.push_back({PathStep::Kind::line, 0, 0, 0, 0, x_ = x, y_ = y}); }
  void curve(float x1, float y1, float x2, float y2, float x, float y) {
    path_.steps.push_back({PathStep::Kind::curve, x1, y1, x2, y2, x_ = x, y_ = y});
  }
  void quadratic(float cx, float cy, float x, float y) {
    curve(x_ + 2 * (cx - x_) / 3, y_ + 2 * (cy - y_) / 3, x + 2 * (cx - x) / 3, y + 2 * (cy - y) / 3, x, y);
  }
  void close() {
    path_.steps.push_back({PathStep::Kind::close, 0, 0, 0, 0, 0, 0});
    x_ = start_x_;
    y_ = start_y_;
  }
  void arc(float rx, float ry, float turn, bool large, bool sweep, float x, float y);
  void ellipse(float x, float y, float rx, float ry) {
    move(x + rx, y);
    arc(rx, ry, 0, false, true, x - rx, y);
    arc(rx, ry, 0, false, true, x + rx, y);
    close();
  }
  float x() const { return x_; }
  float y() const { return y_; }

 private:
  DrawnPath& path_;
  float x_ = 0, y_ = 0, start_x_ = 0, start_y_ = 0;
};

/// An arc as curves of at most a quarter each (SVG 1.1, F.6).
void Outline::arc(float rx, float ry, float turn, bool large, bool sweep, float x, float y) {
  double a = std::abs(static_cast<double>(rx)), b = std::abs(static_cast<double>(ry));
  if (a == 0 || b == 0) return line(x, y);
  const double phi = static_cast<double>(turn) * pi / 180, cosine = std::cos(phi), sine = std::sin(phi);
  const double half_x = static_cast<double>(x_ - x) / 2, half_y = static_cast<double>(y_ - y) / 2;
  const double u = cosine * half_x + sine * half_y, v = -sine * half_x + cosine * half_y;
  if (u == 0 && v == 0) return;
  const double grow = u * u / (a * a) + v * v / (b * b);
  if (grow > 1) a *= std::sqrt(grow), b *= std::sqrt(grow);
  const double below = a * a * v * v + b * b * u * u;
  const double factor = (large == sweep ? -1 : 1) * std::sqrt(std::max(0.0, (a * a * b * b - below) / below));
  const double cu = factor * a * v / b, cv = -factor * b * u / a;
  const double middle_x = cosine * cu - sine * cv + static_cast<double>(x_ + x) / 2, middle_y = sine * cu + cosine * cv + static_cast<double>(y_ + y) / 2;
  const double from = std::atan2((v - cv) / b, (u - cu) / a);
  double span = std::atan2((-v - cv) / b, (-u - cu) / a) - from;
  if (sweep && span < 0) span += 2 * pi;
  if (!sweep && span > 0) span -= 2 * pi;
  const int parts = std::max(1, static_cast<int>(std::ceil(std::abs(span) / (pi / 2) - 1e-6)));
  const double step = span / parts, reach = 4.0 / 3 * std::tan(step / 4);
  const auto place = [&](double along, double across, float& to_x, float& to_y) {
    to_x = static_cast<float>(middle_x + cosine * a * along - sine * b * across);
    to_y = static_cast<float>(middle_y + sine * a * along + cosine * b * across);
  };
  for (int i = 0; i < parts; ++i) {
    const double t = from + step * i, next = t + step;
    float x1, y1, x2, y2, to_x, to_y;
    place(std::cos(t) - reach * std::sin(t), std::sin(t) + reach * std::cos(t), x1, y1);
    place(std::cos(next) + reach * std::sin(next), std::sin(next) - reach * std::cos(next), x2, y2);
    place(std::cos(next), std::sin(next), to_x, to_y);
    curve(x1, y1, x2, y2, i + 1 == parts ? x : to_x, i + 1 == parts ? y : to_y);
  }
}

/// Reads the "d" of a path; false where it is not understood.
bool read_path(std::string_view d, Outline& out) {
  Numbers numbers(d);
  char command = 0, before = 0;
  float held_x = 0, held_y = 0;  // the last control point
  std::size_t steps = 0;
  while (!numbers.done()) {
    if (const char letter = numbers.letter(); letter != 0) command = letter;
    else if (command == 'M') command = 'L';
    else if (command == 'm') command = 'l';
    else if (command == 0 || command == 'z' || command == 'Z') return false;
    if (++steps > most_steps || (before == 0 && command != 'M' && command != 'm')) return false;
    const char kind = static_cast<char>(command | 0x20);
    const bool relative = command >= 'a';
    const float from_x = relative ? out.x() : 0, from_y = relative ? out.y() : 0;
    std::array<float, 6> n{};
    bool large = false, sweep = false;
    const std::size_t wanted = kind == 'z' ? 0 : kind == 'h' || kind == 'v' ? 1 : kind == 'm' || kind == 'l' || kind == 't' ? 2 : kind == 's' || kind == 'q' ? 4 : kind == 'c' ? 6 : 3;
    for (std::size_t i = 0; i < wanted; ++i)
      if (!numbers.next(n[i])) return false;
    const bool smooth = (kind == 's' && (before == 'c' || before == 's')) || (kind == 't' && (before == 'q' || before == 't'));
    const float mirror_x = smooth ? 2 * out.x() - held_x : out.x(), mirror_y = smooth ? 2 * out.y() - held_y : out.y();
    switch (kind) {
      case 'm': out.move(from_x + n[0], from_y + n[1]); break;
      case 'l': out.line(from_x + n[0], from_y + n[1]); break;
      case 'h': out.line(from_x + n[0], out.y()); break;
      case 'v': out.line(out.x(), from_y + n[0]); break;
      case 'c':
        out.curve(from_x + n[0], from_y + n[1], held_x = from_x + n[2], held_y = from_y + n[3], from_x + n[4], from_y + n[5]);
        break;
      case 's': out.curve(mirror_x, mirror_y, held_x = from_x + n[0], held_y = from_y + n[1], from_x + n[2], from_y + n[3]); break;
      case 'q': out.quadratic(held_x = from_x + n[0], held_y = from_y + n[1], from_x + n[2], from_y + n[3]); break;
      case 't': out.quadratic(held_x = mirror_x, held_y = mirror_y, from_x + n[0], from_y + n[1]); break;
      case 'a':
        if (!numbers.flag(large) || !numbers.flag(sweep) || !numbers.next(n[3]) || !numbers.next(n[4])) return false;
        out.arc(n[0], n[1], n[2], large, sweep, from_x + n[3], from_y + n[4]);
        break;
      case 'z': out.close(); break;
      default: return false;
    }
    before = kind;
  }
  return before != 0;
}

constexpr std::pair<std::string_view, Colour> named_colours[] = {
    {"black", {0, 0, 0}},      {"white", {255, 255, 255}}, {"red", {255, 0, 0}},     {"green", {0, 128, 0}},   {"blue", {0, 0, 255}},
    {"yellow", {255, 255, 0}}, {"gray", {128, 128, 128}},  {"grey", {128, 128, 128}}, {"silver", {192, 192, 192}}, {"navy", {0, 0, 128}},
    {"teal", {0, 128, 128}},   {"maroon", {128, 0, 0}},    {"purple", {128, 0, 128}}, {"olive", {128, 128, 0}}, {"lime", {0, 255, 0}},
    {"aqua", {0, 255, 255}},   {"fuchsia", {255, 0, 255}}, {"orange", {255, 165, 0}}};

/// Sets the colour that the words name, "none" being no colour; false where they are not understood.
bool read_paint(std::string_view words, std::optional<Colour>& colour) {
  const std::string name = ascii_lower(trim(words));
  if (name == "none" || name == "transparent") return colour.reset(), true;
  for (const auto& [known, value] : named_colours)
    if (name == known) return colour = value, true;
  if (name.size() == 4 && name[0] == '#') return (colour = read_colour(std::string{'#', name[1], name[1], name[2], name[2], name[3], name[3]})).has_value();
  if (name.starts_with("rgb(") && name.find('%') == std::string::npos) {
    Numbers numbers(std::string_view(name).substr(4));
    float red, green, blue;
    if (!numbers.next(red) || !numbers.next(green) || !numbers.next(blue)) return false;
    const auto part = [](float value) { return static_cast<int>(std::clamp(value, 0.f, 255.f)); };
    return colour = Colour{part(red), part(green), part(blue)}, true;
  }
  return (colour = read_colour(name)).has_value();
}

bool read_transform(std::string_view words, Matrix& matrix) {
  while (!trim(words).empty()) {
    words = trim(words);
    if (words.front() == ',') {
      words.remove_prefix(1);
      continue;
    }
    const std::size_t open = words.find('('), end = words.find(')');
    if (open == std::string_view::npos || end == std::string_view::npos || end < open) return false;
    const std::string_view name = trim(words.substr(0, open));
    Numbers numbers(words.substr(open + 1, end - open - 1));
    std::array<float, 6> n{};
    std::size_t count = 0;
    while (count < 6 && numbers.next(n[count])) ++count;
    Matrix step;
    if (name == "matrix" && count == 6) {
      step = {n[0], n[1], n[2], n[3], n[4], n[5]};
    } else if (name == "translate" && count >= 1) {
      step.e = n[0], step.f = n[1];
    } else if (name == "scale" && count >= 1) {
      step.a = n[0], step.d = count > 1 ? n[1] : n[0];
    } else if (name == "rotate" && (count == 1 || count == 3)) {
      const float angle = n[0] * static_cast<float>(pi) / 180;
      step = {std::cos(angle), std::sin(angle), -std::sin(angle), std::cos(angle), 0, 0};
      step = Matrix{1, 0, 0, 1, n[1], n[2]}.before(step).before({1, 0, 0, 1, -n[1], -n[2]});
    } else {
      return false;
    }
    matrix = matrix.before(step);
    words.remove_prefix(end + 1);
  }
  return true;
}

class SvgReader {
 public:
  std::optional<Drawing> read(const Record& svg) {
    Numbers box(svg.attribute("viewBox"));
    float left = 0, top = 0;
    if (!box.next(left) || !box.next(top) || !box.next(drawing_.width) || !box.next(drawing_.height)) {
      left = top = 0;
      drawing_.width = length(svg, "width");
      drawing_.height = length(svg, "height");
    }
    if (drawing_.width <= 0 || drawing_.height <= 0) return std::nullopt;
    Paint paint;
    paint.matrix = {1, 0, 0, 1, -left, -top};
    if (!children(svg, paint, 0) || drawing_.paths.empty()) return std::nullopt;
    return std::move(drawing_);
  }

 private:
  static float length(const Record& element, std::string_view name) {
    float value = 0;
    Numbers(element.attribute(name)).next(value);
    return value;
  }

  /// Takes what the element says of its colours; false where it asks for what is not drawn here.
  static bool take_style(const Record& element, Paint& paint) {
    std::vector<std::pair<std::string_view, std::string_view>> said;
    for (const auto& [name, value] : element.attributes)
      if (name != "style") said.emplace_back(name, value);
    for (const std::string_view part : split(element.attribute("style"), ';'))
      if (const std::size_t colon = part.find(':'); colon != std::string_view::npos) said.emplace_back(trim(part.substr(0, colon)), trim(part.substr(colon + 1)));
    for (const auto& [name, value] : said) {
      if (name == "fill" && !read_paint(value, paint.fill)) return false;
      if (name == "stroke" && !read_paint(value, paint.stroke)) return false;
      if (name == "stroke-width" && !Numbers(value).next(paint.stroke_width)) return false;
      if (name == "fill-rule") paint.even_odd = value == "evenodd";
      if (name == "transform" && !read_transform(value, paint.matrix)) return false;
      if (name.ends_with("opacity")) {
        float much = 1;
        if (!Numbers(value).next(much) || much < 1) return false;
      }
      for (const char* other : {"clip-path", "mask", "filter", "class", "stroke-dasharray", "mix-blend-mode"})
        if (name == other && value != "none") return false;
      if (name == "display" && value == "none") return false;
    }
    return true;
  }

  bool children(const Record& element, const Paint& outer, int depth) {
    Paint paint = outer;
    if (depth > deepest_group || !take_style(element, paint)) return false;
    for (const Record& child : element.children) {
      if (child.is_text()) continue;
      const std::string_view name = child.name;
      if (name == "title" || name == "desc" || name == "metadata" || name == "defs" || name.ends_with("namedview")) continue;
      if (name == "g" || name == "a" ? !children(child, paint, depth + 1) : !shape(child, paint)) return false;
    }
    return true;
  }

  bool shape(const Record& element, Paint paint) {
    if (!take_style(element, paint)) return false;
    DrawnPath path;
    Outline outline(path);
    if (!lay(element, outline)) return false;
    path.fill = element.name == "line" ? std::nullopt : paint.fill;
    path.stroke = paint.stroke_width > 0 ? paint.stroke : std::nullopt;
    path.even_odd = paint.even_odd;
    const Matrix& m = paint.matrix;
    path.stroke_width = paint.stroke_width * std::sqrt(std::abs(m.a * m.d - m.b * m.c));
    for (PathStep& step : path.steps) {
      m.apply(step.x1, step.y1);
      m.apply(step.x2, step.y2);
      m.apply(step.x, step.y);
    }
    if ((path.fill || path.stroke) && !path.steps.empty()) drawing_.paths.push_back(std::move(path));
    return drawing_.paths.size() < most_steps;
  }

  static bool lay(const Record& element, Outline& out) {
    const auto at = [&element](std::string_view name) { return length(element, name); };
    if (element.name == "path") return read_path(element.attribute("d"), out);
    if (element.name == "circle") return out.ellipse(at("cx"), at("cy"), at("r"), at("r")), true;
    if (element.name == "ellipse") return out.ellipse(at("cx"), at("cy"), at("rx"), at("ry")), true;
    if (element.name == "rect") return rectangle(element, out), true;
    if (element.name == "line") return out.move(at("x1"), at("y1")), out.line(at("x2"), at("y2")), true;
    if (element.name != "polygon" && element.name != "polyline") return false;
    Numbers numbers(element.attribute("points"));
    float x, y;
    for (bool first = true; numbers.next(x) && numbers.next(y); first = false) first ? out.move(x, y) : out.line(x, y);
    if (element.name == "polygon") out.close();
    return true;
  }

  static void rectangle(const Record& element, Outline& out) {
    const float x = length(element, "x"), y = length(element, "y"), w = length(element, "width"), h = length(element, "height");
    const float given_x = length(element, "rx"), given_y = length(element, "ry");
    const float rx = std::clamp(given_x > 0 ? given_x : given_y, 0.f, std::max(0.f, w / 2)), ry = std::clamp(given_y > 0 ? given_y : given_x, 0.f, std::max(0.f, h / 2));
    out.move(x + rx, y);
    out.line(x + w - rx, y);
    if (rx > 0) out.arc(rx, ry, 0, false, true, x + w, y + ry);
    out.line(x + w, y + h - ry);
    if (rx > 0) out.arc(rx, ry, 0, false, true, x + w - rx, y + h);
    out.line(x + rx, y + h);
    if (rx > 0) out.arc(rx, ry, 0, false, true, x, y + h - ry);
    out.line(x, y + ry);
    if (rx > 0) out.arc(rx, ry, 0, false, true, x + rx, y);
    out.close();
  }

  Drawing drawing_;
};

}  // namespace

std::optional<Drawing> read_svg(std::string_view bytes) {
  const Result<Record> record = xml::read(bytes, "drawing.svg", 0);
  if (!record || record->name != "svg") return std::nullopt;
  return SvgReader().read(*record);
}

}  // namespace casewright
