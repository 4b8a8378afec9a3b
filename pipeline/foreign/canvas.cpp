#include "foreign/canvas.h"

#include <cmath>

#include <cairo.h>
#include <pango/pangocairo.h>

namespace casewright::raster {
namespace {

constexpr double pi = 3.14159265358979323846;

cairo_status_t append(void* closure, const unsigned char* bytes, unsigned int count) {
  static_cast<std::string*>(closure)->append(reinterpret_cast<const char*>(bytes), count);
  return CAIRO_STATUS_SUCCESS;
}

void use(cairo_t* pen, const Colour& colour) {
  cairo_set_source_rgb(pen, colour.red / 255.0, colour.green / 255.0, colour.blue / 255.0);
}

/// Fills and outlines the path that was laid.
void paint(cairo_t* pen, const Colour* fill, const Colour* stroke, float stroke_width) {
  if (fill != nullptr) {
    use(pen, *fill);
    cairo_fill_preserve(pen);
  }
  if (stroke != nullptr) {
    use(pen, *stroke);
    cairo_set_line_width(pen, static_cast<double>(stroke_width));
    cairo_stroke_preserve(pen);
  }
  cairo_new_path(pen);
}

}  // namespace

struct Canvas::State {
  cairo_surface_t* surface = nullptr;
  cairo_t* pen = nullptr;

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  ~State() {
    cairo_destroy(pen);
    cairo_surface_destroy(surface);
  }
};

Canvas::Canvas(float width, float height, float dots, const Colour& ground) : state_(std::make_shared<State>()) {
  const auto across = static_cast<int>(std::lround(width * dots)), down = static_cast<int>(std::lround(height * dots));
  state_->surface = cairo_image_surface_create(CAIRO_FORMAT_RGB24, across, down);
  state_->pen = cairo_create(state_->surface);
  use(state_->pen, ground);
  cairo_paint(state_->pen);
  cairo_scale(state_->pen, static_cast<double>(dots), static_cast<double>(dots));
}

void Canvas::rectangle(float x, float y, float width, float height, const Colour* fill, const Colour* stroke, float stroke_width) {
  cairo_rectangle(state_->pen, static_cast<double>(x), static_cast<double>(y), static_cast<double>(width), static_cast<double>(height));
  paint(state_->pen, fill, stroke, stroke_width);
}

void Canvas::line(float x, float y, float to_x, float to_y, const Colour& stroke, float stroke_width) {
  cairo_move_to(state_->pen, static_cast<double>(x), static_cast<double>(y));
  cairo_line_to(state_->pen, static_cast<double>(to_x), static_cast<double>(to_y));
  paint(state_->pen, nullptr, &stroke, stroke_width);
}

void Canvas::circle(float x, float y, float radius, const Colour* fill, const Colour* stroke, float stroke_width) {
  cairo_new_sub_path(state_->pen);
  cairo_arc(state_->pen, static_cast<double>(x), static_cast<double>(y), static_cast<double>(radius), 0, 2 * pi);
  paint(state_->pen, fill, stroke, stroke_width);
}

void Canvas::path(const std::vector<PathStep>& steps, bool even_odd, const Colour* fill, const Colour* stroke, float stroke_width) {
  cairo_t* pen = state_->pen;
  const auto d = [](float value) { return static_cast<double>(value); };
  for (const PathStep& step : steps) switch (step.kind) {
      case PathStep::Kind::move: cairo_move_to(pen, d(step.x), d(step.y)); break;
      case PathStep::Kind::line: cairo_line_to(pen, d(step.x), d(step.y)); break;
      case PathStep::Kind::curve: cairo_curve_to(pen, d(step.x1), d(step.y1), d(step.x2), d(step.y2), d(step.x), d(step.y)); break;
      case PathStep::Kind::close: cairo_close_path(pen); break;
    }
  cairo_set_fill_rule(pen, even_odd ? CAIRO_FILL_RULE_EVEN_ODD : CAIRO_FILL_RULE_WINDING);
  paint(pen, fill, stroke, stroke_width);
}

void Canvas::text(float x, float y, std::string_view words, float size, const std::string& fonts, Anchor anchor, const Colour& ink) {
  PangoLayout* layout = pango_cairo_create_layout(state_->pen);
  PangoFontDescription* font = pango_font_description_from_string(fonts.c_str());
  pango_font_description_set_absolute_size(font, static_cast<double>(size) * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
  int across = 0;
  pango_layout_get_size(layout, &across, nullptr);
  const double width = static_cast<double>(across) / PANGO_SCALE;
  const double back = anchor == Anchor::start ? 0 : anchor == Anchor::middle ? width / 2 : width;
  const double rise = static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
  use(state_->pen, ink);
  cairo_move_to(state_->pen, static_cast<double>(x) - back, static_cast<double>(y) - rise);
  pango_cairo_show_layout(state_->pen, layout);
  cairo_new_path(state_->pen);
  pango_font_description_free(font);
  g_object_unref(layout);
}

std::string Canvas::png() const {
  std::string bytes;
  if (cairo_surface_write_to_png_stream(state_->surface, append, &bytes) != CAIRO_STATUS_SUCCESS) return {};
  return bytes;
}

}  // namespace casewright::raster
