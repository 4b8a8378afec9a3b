// What a page paints beside its letters: shapes, lines, pictures, patterns and what cuts them out.
#include <algorithm>
#include <cmath>

#include <poppler/Gfx.h>

#include "base/text.h"
#include "foreign/pdf/pdf_device.h"
#include "foreign/pdf/pdf_device_numbers.h"

namespace casewright::pdf {
namespace {

constexpr std::size_t most_paints = 500'000;
constexpr float thin = 2.3f;  // points; a wider line is a bar
constexpr float covering = 0.8f;  // points; thinner lines hide nothing, however many

Box meet(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

/// Corners on the curve from `a` to `d`, without `a` and `d`.
constexpr int corners_of_curve = 4;
Point on_curve(const Point& a, const Point& b, const Point& c, const Point& d, int step) {
  const float t = static_cast<float>(step) / (corners_of_curve + 1), m = 1 - t;
  const float wa = m * m * m, wb = 3 * m * m * t, wc = 3 * m * t * t, wd = t * t * t;
  return {wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y, false};
}

}  // namespace

Paint ScanDevice::start(GfxState* state, PaintKind kind) {
  learn_colours(state);
  Paint paint;
  paint.kind = kind;
  const bool stroked = kind == PaintKind::stroke;
  paint.rgb = stroked ? stroke_ : fill_;
  paint.alpha = packed(stroked ? stroke_alpha_ * state->getStrokeOpacity() : fill_alpha_ * state->getFillOpacity());
  paint.blended = state->getBlendMode() != gfxBlendNormal;
  paint.darkens = darkens(state);
  paint.through_text = through_text_;
  paint.mask = mask_;
  paint.content = content_;
  paint.annotation = annotation_;
  paint.box = nothing;
  return paint;
}

void ScanDevice::keep(GfxState* state, Paint paint) {
  if (weaving_ != nullptr) return;
  paint.order = order_++;
  paint.box = meet(paint.box, clip_of(state));
  if (paint.box.left > paint.box.right || paint.box.top > paint.box.bottom) {
    if (paint.kind != PaintKind::image) return;
    paint.box = {paint.box.left, paint.box.top, paint.box.left, paint.box.top};  // a picture that is cut off altogether
  }
  if (scan_.paints.size() >= most_paints) throw TooMuch{};
  scan_.paints.push_back(paint);
}

void ScanDevice::outline(GfxState* state, Paint& paint) {
  const GfxPath& path = *state->getPath();
  paint.first_point = static_cast<std::uint32_t>(scan_.points.size());
  std::uint32_t corners = 0;
  bool square = path.getNumSubpaths() == 1;
  for (int i = 0; i < path.getNumSubpaths(); ++i) {
    const GfxSubpath& part = *path.getSubpath(i);
    count(static_cast<std::uint32_t>(part.getNumPoints()));
    Point last;
    const auto at = [&](int j) {
      double x, y;
      state->transform(part.getX(j), part.getY(j), &x, &y);
      return Point{place(x), place(y), j == 0};
    };
    for (int j = 0; j < part.getNumPoints(); ++j) {
      const Point point = at(j);
      if (part.getCurve(j) && j > 0 && j + 2 < part.getNumPoints()) {
        // The two points that pull at a curve do not lie on it.
        paint.curved = true;
        const Point end = at(j + 2), pull = at(j + 1);
        for (int step = 1; step <= corners_of_curve; ++step) {
          const Point corner = on_curve(last, point, pull, end, step);
          widen(paint.box, corner.x, corner.y);
          scan_.points.push_back(corner);
        }
        widen(paint.box, end.x, end.y);
        scan_.points.push_back(end);
        last = end;
        j += 2;
        continue;
      }
      square = square && (j == 0 || std::fabs(point.x - last.x) < 0.05f || std::fabs(point.y - last.y) < 0.05f);
      widen(paint.box, point.x, point.y);
      scan_.points.push_back(point);
      last = point;
      ++corners;
    }
  }
  paint.rectangle = square && !paint.curved && corners >= 4 && corners <= 5;
  paint.end_point = static_cast<std::uint32_t>(scan_.points.size());
}

void ScanDevice::rules_of(GfxState*, const Paint& paint, float thickness) {
  const float half = thickness / 2;
  const Box& page = paint.box;
  if (paint.kind == PaintKind::fill) {
    // A fill of many thin rectangles is many rules.
    Box part = nothing;
    const auto close = [&] {
      const float wide = part.right - part.left, high = part.bottom - part.top;
      if (high <= thin && wide > 4 * std::max(high, 0.5f) && wide > 4) scan_.rules.push_back({meet(part, page), true, order_});
      else if (wide <= thin && high > 4 * std::max(wide, 0.5f) && high > 4) scan_.rules.push_back({meet(part, page), false, order_});
    };
    for (std::uint32_t at = paint.first_point; at < paint.end_point; ++at) {
      const Point& point = scan_.points[at];
      if (point.opens && at != paint.first_point) {
        close();
        part = nothing;
      }
      widen(part, point.x, point.y);
    }
    close();
    return;
  }
  for (std::uint32_t at = paint.first_point + 1; at < paint.end_point; ++at) {
    const Point &from = scan_.points[at - 1], &to = scan_.points[at];
    if (to.opens) continue;
    Box line = nothing;
    widen(line, from.x, from.y);
    widen(line, to.x, to.y);
    const float wide = line.right - line.left, high = line.bottom - line.top;
    if (high < 0.7f && wide > 4) scan_.rules.push_back({{line.left, line.top - half, line.right, line.bottom + half}, true, order_});
    else if (wide < 0.7f && high > 4) scan_.rules.push_back({{line.left - half, line.top, line.right + half, line.bottom}, false, order_});
  }
}

void ScanDevice::shape(GfxState* state, PaintKind kind, bool even_odd) {
  if (weaving_ != nullptr) return count(1);
  Paint paint = start(state, kind);
  paint.even_odd = even_odd;
  outline(state, paint);
  if (!paint.curved && paint.alpha > 0 && paint.rgb != 0xFFFFFF) rules_of(state, paint, 0);
  if (paint.rectangle) {
    scan_.points.resize(paint.first_point);
    paint.end_point = paint.first_point;
  }
  keep(state, paint);
}

void ScanDevice::stroke(GfxState* state) {
  if (weaving_ != nullptr) return count(1);
  Paint paint = start(state, PaintKind::stroke);
  outline(state, paint);
  paint.rectangle = false;
  const float width = std::clamp(place(state->getTransformedLineWidth()), 0.0f, 1000.0f);
  if (width <= thin && !paint.curved && paint.alpha > 0 && paint.rgb != 0xFFFFFF) rules_of(state, paint, width);
  const float half = width / 2;
  paint.box = {paint.box.left - half, paint.box.top - half, paint.box.right + half, paint.box.bottom + half};
  paint.line_width = width;
  if (width < covering) {
    scan_.points.resize(paint.first_point);
    paint.end_point = paint.first_point;
  }
  keep(state, paint);
}

void ScanDevice::area(GfxState* state, PaintKind kind) {
  Paint paint = start(state, kind);
  paint.box = clip_of(state);
  keep(state, paint);
}

/// Poppler's state keeps only the box round what is seen; that is all there is to know where a rectangle cuts it out.
void ScanDevice::cut(GfxState* state) {
  const GfxPath& path = *state->getPath();
  bool square = path.getNumSubpaths() <= 1;
  if (square && path.getNumSubpaths() == 1) {
    const GfxSubpath& part = *path.getSubpath(0);
    count(static_cast<std::uint32_t>(part.getNumPoints()));
    square = part.getNumPoints() >= 4 && part.getNumPoints() <= 5;
    double last_x = 0, last_y = 0;
    for (int i = 0; square && i < part.getNumPoints(); ++i) {
      double x, y;
      state->transform(part.getX(i), part.getY(i), &x, &y);
      square = !part.getCurve(i) && (i == 0 || std::fabs(x - last_x) < 0.1 || std::fabs(y - last_y) < 0.1);
      last_x = x;
      last_y = y;
    }
  }
  cut_to_shape_ |= !square;
}

bool ScanDevice::tilingPatternFill(GfxState* state, Gfx* painter, Catalog*, GfxTilingPattern* pattern, const double* matrix, int, int, int,
                                   int, double, double) {
  area(state, PaintKind::pattern);
  if (painter != nullptr && pattern != nullptr && weaving_ == nullptr) weave(state, *painter, *pattern, matrix);
  return true;
}

/// Writes down the words of a pattern's cell, once for each pattern: they are painted over and over, or not at all.
void ScanDevice::weave(GfxState* state, Gfx& painter, GfxTilingPattern& pattern, const double* matrix) {
  Dict* resources = pattern.getResDict();
  if (resources == nullptr || (!resources->hasKey("Font") && !resources->hasKey("XObject"))) return;
  Object* cell = pattern.getContentStream();
  const void* const stream = cell->isStream() ? cell->getStream() : nullptr;
  if (stream == nullptr || std::find(woven_.begin(), woven_.end(), stream) != woven_.end()) return;
  woven_.push_back(stream);
  Aside words;
  words.pattern = true;
  words.box = clip_of(state);
  weaving_ = &words;
  painter.drawForm(cell, resources, matrix, pattern.getBBox());
  weaving_ = nullptr;
  words.text = fold_space(words.text);
  if (!words.text.empty()) scan_.asides.push_back(std::move(words));
}

bool ScanDevice::shading(GfxState* state) {
  area(state, PaintKind::shading);
  return true;
}

void ScanDevice::image(GfxState* state, PaintKind kind, const Object* ref, int width, int height, bool soft) {
  Paint paint = start(state, kind);
  if (ref != nullptr && ref->isRef()) paint.object = static_cast<std::uint32_t>(ref->getRef().num);
  if (paint.object != none) scan_.used.push_back(paint.object);
  Point last{};
  paint.rectangle = true;
  for (const auto& [across, along] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
    double x, y;
    state->transform(across, along, &x, &y);
    const Point corner{place(x), place(y), false};
    widen(paint.box, corner.x, corner.y);
    if (across + along > 0) paint.rectangle = paint.rectangle && (std::fabs(corner.x - last.x) < 0.5f || std::fabs(corner.y - last.y) < 0.5f);
    last = corner;
  }
  paint.whole = paint.box;
  paint.soft = soft;
  paint.width = static_cast<std::uint32_t>(std::max(0, width));
  paint.height = static_cast<std::uint32_t>(std::max(0, height));
  keep(state, paint);
}

void ScanDevice::drawImageMask(GfxState* state, Object* ref, Stream* stream, int width, int height, bool invert, bool interpolate,
                               bool inline_image) {
  // A mask of a single dot is how some programs fill a rectangle.
  const bool dot = width == 1 && height == 1;
  image(state, dot ? PaintKind::fill : PaintKind::image_mask, ref, width, height, !dot);
  OutputDev::drawImageMask(state, ref, stream, width, height, invert, interpolate, inline_image);
}

void ScanDevice::drawImage(GfxState* state, Object* ref, Stream* stream, int width, int height, GfxImageColorMap* colours,
                           bool interpolate, const int* mask, bool inline_image) {
  image(state, PaintKind::image, ref, width, height, mask != nullptr);
  OutputDev::drawImage(state, ref, stream, width, height, colours, interpolate, mask, inline_image);
}

void ScanDevice::drawMaskedImage(GfxState* state, Object* ref, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*, int, int,
                                 bool, bool) {
  image(state, PaintKind::image, ref, width, height, true);
}

void ScanDevice::drawSoftMaskedImage(GfxState* state, Object* ref, Stream*, int width, int height, GfxImageColorMap*, bool, Stream*, int,
                                     int, GfxImageColorMap*, bool) {
  image(state, PaintKind::image, ref, width, height, true);
}

}  // namespace casewright::pdf
