#include "foreign/parts.h"

#include <cmath>

#include <cairo.h>
#include <pango/pangocairo.h>

#include "foreign/typesetting/png_writer.h"

namespace casewright::raster {
namespace {

constexpr double pi = 3.14159265358979323846;

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

struct FreeSurface {
  void operator()(cairo_surface_t* each) const { cairo_surface_destroy(each); }
};
struct FreePen {
  void operator()(cairo_t* each) const { cairo_destroy(each); }
};

class CairoCanvas final : public Canvas {
 public:
  CairoCanvas(float width, float height, float dots, const Colour& ground);

  void rectangle(float x, float y, float width, float height, const Colour* fill, const Colour* stroke, float stroke_width) override;
  void line(float x, float y, float to_x, float to_y, const Colour& stroke, float stroke_width) override;
  void circle(float x, float y, float radius, const Colour* fill, const Colour* stroke, float stroke_width) override;
  void path(const std::vector<PathStep>& steps, bool even_odd, const Colour* fill, const Colour* stroke, float stroke_width) override;
  void text(float x, float y, std::string_view words, float size, const std::string& fonts, Anchor anchor, const Colour& ink) override;
  std::string png() const override;

 private:
  std::unique_ptr<cairo_surface_t, FreeSurface> surface_;
  std::unique_ptr<cairo_t, FreePen> pen_;
};

CairoCanvas::CairoCanvas(float width, float height, float dots, const Colour& ground) {
  const auto across = static_cast<int>(std::lround(width * dots)), down = static_cast<int>(std::lround(height * dots));
  surface_.reset(cairo_image_surface_create(CAIRO_FORMAT_RGB24, across, down));
  pen_.reset(cairo_create(surface_.get()));
  use(pen_.get(), ground);
  cairo_paint(pen_.get());
  cairo_scale(pen_.get(), static_cast<double>(dots), static_cast<double>(dots));
}

void CairoCanvas::rectangle(float x, float y, float width, float height, const Colour* fill, const Colour* stroke, float stroke_width) {
  cairo_rectangle(pen_.get(), static_cast<double>(x), static_cast<double>(y), static_cast<double>(width), static_cast<double>(height));
  paint(pen_.get(), fill, stroke, stroke_width);
}

void CairoCanvas::line(float x, float y, float to_x, float to_y, const Colour& stroke, float stroke_width) {
  cairo_move_to(pen_.get(), static_cast<double>(x), static_cast<double>(y));
  cairo_line_to(pen_.get(), static_cast<double>(to_x), static_cast<double>(to_y));
  paint(pen_.get(), nullptr, &stroke, stroke_width);
}

void CairoCanvas::circle(float x, float y, float radius, const Colour* fill, const Colour* stroke, float stroke_width) {
  cairo_new_sub_path(pen_.get());
  cairo_arc(pen_.get(), static_cast<double>(x), static_cast<double>(y), static_cast<double>(radius), 0, 2 * pi);
  paint(pen_.get(), fill, stroke, stroke_width);
}

void CairoCanvas::path(const std::vector<PathStep>& steps, bool even_odd, const Colour* fill, const Colour* stroke, float stroke_width) {
  cairo_t* pen = pen_.get();
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

void CairoCanvas::text(float x, float y, std::string_view words, float size, const std::string& fonts, Anchor anchor, const Colour& ink) {
  PangoLayout* layout = pango_cairo_create_layout(pen_.get());
  PangoFontDescription* font = pango_font_description_from_string(fonts.c_str());
  pango_font_description_set_absolute_size(font, static_cast<double>(size) * PANGO_SCALE);
  pango_layout_set_font_description(layout, font);
  pango_layout_set_text(layout, words.data(), static_cast<int>(words.size()));
  int across = 0;
  pango_layout_get_size(layout, &across, nullptr);
  const double width = static_cast<double>(across) / PANGO_SCALE;
  const double back = anchor == Anchor::start ? 0 : anchor == Anchor::middle ? width / 2 : width;
  const double rise = static_cast<double>(pango_layout_get_baseline(layout)) / PANGO_SCALE;
  use(pen_.get(), ink);
  cairo_move_to(pen_.get(), static_cast<double>(x) - back, static_cast<double>(y) - rise);
  pango_cairo_show_layout(pen_.get(), layout);
  cairo_new_path(pen_.get());
  pango_font_description_free(font);
  g_object_unref(layout);
}

std::string CairoCanvas::png() const {
  cairo_surface_flush(surface_.get());
  const auto* const dots = reinterpret_cast<const std::uint32_t*>(cairo_image_surface_get_data(surface_.get()));
  if (dots == nullptr) return {};
  const auto size = [this](auto ask) { return static_cast<std::size_t>(ask(surface_.get())); };
  return png_of(dots, size(cairo_image_surface_get_width), size(cairo_image_surface_get_height), size(cairo_image_surface_get_stride) / sizeof(std::uint32_t));
}

}  // namespace

std::unique_ptr<Canvas> make_canvas(float width, float height, float dots, const Colour& ground) {
  return std::make_unique<CairoCanvas>(width, height, dots, ground);
}

}  // namespace casewright::raster
