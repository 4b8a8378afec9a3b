#include "foreign/pdf_device.h"

#include <algorithm>
#include <array>
#include <cmath>

#include <poppler/Function.h>
#include <poppler/Gfx.h>

#include "base/text.h"
#include "foreign/pdf_characters.h"
#include "foreign/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

constexpr std::uint64_t most_steps = 30'000'000;  // a page of 20,000 shapes takes some 100,000
constexpr std::size_t most_glyphs = 2'000'000;
constexpr std::size_t most_paints = 500'000;
constexpr float thin = 2.3f;  // points; a wider line is a bar
constexpr float covering = 0.8f;  // points; thinner lines hide nothing, however many

std::uint32_t packed(const GfxRGB& colour) {
  const auto part = [](GfxColorComp each) {
    return static_cast<std::uint32_t>(std::clamp(std::lround(colToDbl(each) * 255), 0l, 255l));
  };
  return part(colour.r) << 16 | part(colour.g) << 8 | part(colour.b);
}

std::uint8_t packed(double opacity) { return static_cast<std::uint8_t>(std::clamp(std::lround(opacity * 255), 0l, 255l)); }

/// Numbers of a hostile file may be anything; a place that is none lies far off every page.
float place(double value) { return std::isfinite(value) ? static_cast<float>(std::clamp(value, -1e6, 1e6)) : -1e6f; }

void widen(Box& box, float x, float y) {
  box.left = std::min(box.left, x);
  box.right = std::max(box.right, x);
  box.top = std::min(box.top, y);
  box.bottom = std::max(box.bottom, y);
}

constexpr Box nothing{1e9f, 1e9f, -1e9f, -1e9f};

Box clip_of(GfxState* state) {
  double left, top, right, bottom;
  state->getClipBBox(&left, &top, &right, &bottom);
  return {place(left), place(top), place(right), place(bottom)};
}

Box meet(const Box& a, const Box& b) {
  return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

bool holds(const std::string& name, std::string_view part) { return name.find(part) != std::string::npos; }

/// True for a command that paints or may call one that does.
bool paints(std::string_view command) {
  static constexpr std::string_view commands[] = {"f", "F", "f*", "b", "b*", "B", "B*", "s", "S", "sh", "Do", "EI", "BI", "Tj", "TJ", "'", "\""};
  return std::find(std::begin(commands), std::end(commands), command) != std::end(commands);
}

/// True where each of the first letters of a Type 3 font is drawn by commands that paint nothing.
bool draws_nothing(const GfxFont& font) {
  constexpr int most_letters = 200;
  if (font.getType() != fontType3) return false;
  Dict* letters = const_cast<Gfx8BitFont&>(static_cast<const Gfx8BitFont&>(font)).getCharProcs();
  if (letters == nullptr || letters->getLength() == 0) return false;
  for (int i = 0; i < std::min(letters->getLength(), most_letters); ++i) {
    Object letter = letters->getVal(i);
    if (!letter.isStream()) continue;
    std::array<unsigned char, 2048> bytes;
    letter.streamReset();
    const int read = std::max(0, letter.getStream()->doGetChars(static_cast<int>(bytes.size()), bytes.data()));
    letter.streamClose();
    if (read == static_cast<int>(bytes.size())) return false;
    std::string command;
    for (int at = 0; at <= read; ++at) {
      const char c = at < read ? static_cast<char>(bytes[static_cast<std::size_t>(at)]) : ' ';
      if (is_regular(c)) {
        command += c;
        continue;
      }
      if (paints(command)) return false;
      command.clear();
    }
  }
  return true;
}

Font describe(const GfxFont& font) {
  Font known;
  known.blank = draws_nothing(font);
  known.name = font.getNameWithoutSubsetTag();
  const std::string small = ascii_lower(known.name);
  const bool heavy = font.getWeight() >= GfxFont::W600;
  known.bold = font.isBold() || heavy || holds(small, "bold") || holds(small, "black") || holds(small, "heavy") ||
               small.ends_with("-b") || small.ends_with("-bi") || holds(small, "cmbx") || holds(small, "-medi") ||
               holds(small, "sfbx");
  known.italic = font.isItalic() || holds(small, "ital") || holds(small, "obli") || small.ends_with("-i") || small.ends_with("-bi") ||
                 holds(small, "cmti") || holds(small, "sfti");
  known.fixed = font.isFixedWidth();
  known.small_capitals = (font.getFlags() & 1 << 17) != 0 || holds(small, "smcp") || small.ends_with("-sc");
  known.has_unicode = font.hasToUnicodeCMap() || !font.isCIDFont();
  return known;
}

bool darkens(const GfxState* state) {
  const GfxBlendMode mode = state->getBlendMode();
  return mode == gfxBlendMultiply || mode == gfxBlendDarken || mode == gfxBlendColorBurn;
}

/// Corners on the curve from `a` to `d`, without `a` and `d`.
constexpr int corners_of_curve = 4;
Point on_curve(const Point& a, const Point& b, const Point& c, const Point& d, int step) {
  const float t = static_cast<float>(step) / (corners_of_curve + 1), m = 1 - t;
  const float wa = m * m * m, wb = 3 * m * m * t, wc = 3 * m * t * t, wd = t * t * t;
  return {wa * a.x + wb * b.x + wc * c.x + wd * d.x, wa * a.y + wb * b.y + wc * c.y + wd * d.y, false};
}

Direction direction_of(double x, double y) {
  // `x` and `y` are where up points on a page whose y grows downwards.
  const double across = std::fabs(x), along = std::fabs(y);
  if (across < 0.03 * along) return y <= 0 ? Direction::right : Direction::left;
  if (along < 0.03 * across) return x >= 0 ? Direction::down : Direction::up;
  return Direction::slanted;
}

/// A letter that is nothing but ink.
bool is_block(char32_t c) { return c == 0x2588 || c == 0x25A0 || c == 0x25AC || c == 0x25AE || c == 0x25FC || c == 0x2B1B || c == 0x2593; }

}  // namespace

std::uint32_t FontList::of(const GfxFont* font) {
  if (font == nullptr) {
    if (fonts_.empty()) fonts_.emplace_back();
    return 0;
  }
  const long key = static_cast<long>(font->getID()->num) << 16 ^ font->getID()->gen;
  const auto [known, fresh] = known_.try_emplace(key, static_cast<std::uint32_t>(fonts_.size()));
  if (fresh) fonts_.push_back(describe(*font));
  return known->second;
}

void ScanDevice::count(std::uint32_t steps) {
  steps_ += steps;
  if (steps_ > most_steps || scan_.glyphs.size() > most_glyphs) throw TooMuch{};
}

void ScanDevice::saveState(GfxState*) {
  count(1);
  kept_.push_back({mask_, through_text_, cut_to_shape_});
}

void ScanDevice::restoreState(GfxState*) {
  if (!kept_.empty()) {
    mask_ = kept_.back().mask;
    through_text_ = kept_.back().through_text;
    cut_to_shape_ = kept_.back().cut_to_shape;
    kept_.pop_back();
  }
  colour_known_ = false;
  font_ = nullptr;
}

void ScanDevice::learn_colours(GfxState* state) {
  if (colour_known_) return;
  GfxRGB colour;
  state->getFillRGB(&colour);
  fill_ = packed(colour);
  state->getStrokeRGB(&colour);
  stroke_ = packed(colour);
  colour_known_ = true;
}

void ScanDevice::learn_font(GfxState* state) {
  const GfxFont* font = state->getFont().get();
  if (font == font_ && font_index_ != none) return;
  font_ = font;
  font_index_ = fonts_.of(font);
  blank_font_ = font != nullptr && fonts_.all()[font_index_].blank;
  type3_scale_ = 1;
  ascent_ = 0.75f;
  descent_ = -0.2f;
  if (font == nullptr) return;
  ascent_ = std::clamp(static_cast<float>(font->getAscent()), 0.6f, 0.95f);
  descent_ = std::clamp(static_cast<float>(font->getDescent()), -0.35f, -0.15f);
  if (font->getType() != fontType3) return;
  // A Type 3 font has a space of its own; its matrix and box say how tall a letter is.
  const double* matrix = font->getFontMatrix();
  const double* box = font->getFontBBox();
  const double tall = std::fabs((box[3] - box[1]) * matrix[3]);
  if (tall > 0.01 && (tall < 0.4 || tall > 3)) type3_scale_ = static_cast<float>(tall / 1.2);
}

Paint ScanDevice::start(GfxState* state, PaintKind kind) {
  learn_colours(state);
  Paint paint;
  paint.kind = kind;
  const bool stroked = kind == PaintKind::stroke;
  paint.rgb = stroked ? stroke_ : fill_;
  paint.alpha = packed(stroked ? state->getStrokeOpacity() : state->getFillOpacity());
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
  for (const auto& [across, along] : {std::pair{0, 0}, {1, 0}, {1, 1}, {0, 1}}) {
    double x, y;
    state->transform(across, along, &x, &y);
    widen(paint.box, place(x), place(y));
  }
  paint.whole = paint.box;
  paint.rectangle = true;
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

void ScanDevice::beginTransparencyGroup(GfxState*, const double*, GfxColorSpace*, bool, bool, bool) {
  groups_.push_back({scan_.paints.size(), scan_.runs.size(), scan_.rules.size()});
}

void ScanDevice::paintTransparencyGroup(GfxState* state, const double*) {
  if (groups_.empty()) return;
  const double opacity = state->getFillOpacity();
  const bool blended = state->getBlendMode() != gfxBlendNormal;
  for (std::size_t i = groups_.back().paints; i < scan_.paints.size(); ++i) {
    scan_.paints[i].alpha = packed(scan_.paints[i].alpha / 255.0 * opacity);
    scan_.paints[i].blended |= blended;
    scan_.paints[i].darkens |= darkens(state);
    if (mask_ != none) scan_.paints[i].mask = mask_;
  }
  for (std::size_t i = groups_.back().runs; i < scan_.runs.size(); ++i) {
    scan_.runs[i].alpha = packed(scan_.runs[i].alpha / 255.0 * opacity);
    if (mask_ != none) scan_.runs[i].mask = mask_;
  }
  groups_.pop_back();
}

void ScanDevice::setSoftMask(GfxState*, const double*, bool by_opacity, Function* transfer, GfxColor* backdrop) {
  // What a mask is made of is not painted; glyphs in it stay, for they can be copied out.
  if (groups_.empty()) return;
  const Group group = groups_.back();
  groups_.pop_back();
  Mask mask;
  mask.by_opacity = by_opacity;
  mask.first_paint = static_cast<std::uint32_t>(scan_.mask_paints.size());
  const std::size_t first = std::min(scan_.paints.size(), group.paints);
  scan_.mask_paints.insert(scan_.mask_paints.end(), scan_.paints.begin() + static_cast<std::ptrdiff_t>(first), scan_.paints.end());
  mask.end_paint = static_cast<std::uint32_t>(scan_.mask_paints.size());
  if (backdrop != nullptr && backdrop->c[0] > gfxColorComp1 / 2) mask.backdrop = 0xFFFFFF;
  if (transfer != nullptr) {
    double dark = 0, light = 1, of_dark = 0, of_light = 1;
    transfer->transform(&dark, &of_dark);
    transfer->transform(&light, &of_light);
    mask.inverted = of_dark > of_light;
  }
  mask_ = static_cast<std::uint32_t>(scan_.masks.size());
  scan_.masks.push_back(mask);
  scan_.paints.resize(first);
  scan_.rules.resize(std::min(scan_.rules.size(), group.rules));
  for (std::size_t i = group.runs; i < scan_.runs.size(); ++i) scan_.runs[i].alpha = 0;
}

/// Of letters that are filled and outlined: wide outlines cover the fill, and either of both may be clear.
void ScanDevice::look_at_edges(GfxState* state, Run& run) const {
  constexpr float stem = 0.12f;  // of the size: no letter's strokes are wider in common type
  const std::uint8_t edge_alpha = packed(state->getStrokeOpacity());
  run.swallowed = edge_alpha > 242 && place(state->getTransformedLineWidth()) >= stem * run.size;
  if (run.swallowed || run.alpha < 13) run.rgb = stroke_;
  else if (edge_alpha < 13) run.edge_rgb = run.rgb;
  run.alpha = std::max(run.alpha, edge_alpha);
}

void ScanDevice::endTextObject(GfxState*) {
  // From here to the next Q only the letters just shown are painted on.
  through_text_ |= letters_clip_;
  letters_clip_ = false;
}

void ScanDevice::beginString(GfxState* state, const GooString*) {
  count(1);
  if (weaving_ != nullptr) {
    weaving_->text += ' ';
    return;
  }
  learn_colours(state);
  learn_font(state);
  const double* matrix = state->getTextMat();
  state->transformDelta(matrix[2] * state->getFontSize(), matrix[3] * state->getFontSize(), &up_x_, &up_y_);
  if (font_ != nullptr && font_->getType() == fontType3 && font_->getFontMatrix()[3] < 0) up_x_ = -up_x_, up_y_ = -up_y_;
  Run run;
  run.font = font_index_;
  run.size = std::clamp(place(std::hypot(up_x_, up_y_)), 0.0f, 5000.0f) * type3_scale_;
  run.render = static_cast<std::uint8_t>(state->getRender() & 7);
  const bool outlined = (run.render & 3) == 1;
  run.rgb = outlined ? stroke_ : fill_;
  run.edge_rgb = (run.render & 3) == 2 ? stroke_ : run.rgb;
  run.alpha = packed(outlined ? state->getStrokeOpacity() : state->getFillOpacity());
  if ((run.render & 3) == 2) look_at_edges(state, run);
  if (blank_font_) run.render = 3;
  run.direction = direction_of(up_x_, up_y_);
  run.content = content_;
  run.replaced = replaced_;
  run.annotation = annotation_;
  run.mask = mask_;
  run.blended = state->getBlendMode() != gfxBlendNormal;
  run.cut_to_shape = cut_to_shape_;
  run.clip = clip_of(state);
  if (!scan_.runs.empty()) {
    const Run& last = scan_.runs.back();
    const bool same = last.order + 1 == order_ && last.font == run.font && last.size == run.size && last.rgb == run.rgb &&
                      last.alpha == run.alpha && last.render == run.render && last.direction == run.direction &&
                      last.content == run.content && last.replaced == run.replaced && last.annotation == run.annotation && last.mask == run.mask &&
                      last.blended == run.blended && last.cut_to_shape == run.cut_to_shape && last.clip == run.clip;
    if (same) return;
  }
  run.order = order_++;
  scan_.runs.push_back(run);
}

void ScanDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode, int,
                          const Unicode* unicode, int length) {
  if (weaving_ != nullptr) {
    for (int part = 0; part < length; ++part)
      if (unicode[part] != 0 && unicode[part] < 0x110000) append_utf8(weaving_->text, static_cast<char32_t>(unicode[part]));
    return count(1);
  }
  if (scan_.runs.empty()) return;
  count(1);
  // Letters that are filled with a pattern become a clip after their string has begun.
  letters_clip_ |= (state->getRender() & 4) != 0;
  const Run& run = scan_.runs.back();
  // The space that a line puts between its letters is no part of them.
  double space_x = 0, space_y = 0;
  state->textTransformDelta(state->getCharSpace() * state->getHorizScaling(), 0, &space_x, &space_y);
  double from_x, from_y, wide_x, wide_y;
  state->transform(x - origin_x, y - origin_y, &from_x, &from_y);
  state->transformDelta(dx - space_x, dy - space_y, &wide_x, &wide_y);
  const double rise = run.size > 0 ? ascent_ * type3_scale_ : 0, fall = descent_ * type3_scale_;
  const int parts = std::clamp(length, 1, 8);
  for (int part = 0; part < parts; ++part) {
    const double begin = static_cast<double>(part) / parts, end = static_cast<double>(part + 1) / parts;
    Glyph glyph;
    glyph.box = nothing;
    for (const double along : {begin, end})
      for (const double height : {rise, fall})
        widen(glyph.box, place(from_x + along * wide_x + height * up_x_), place(from_y + along * wide_y + height * up_y_));
    const bool lies = run.direction == Direction::down || run.direction == Direction::up;
    glyph.baseline = place(lies ? from_x : from_y);
    glyph.unicode = length > 0 && unicode[part] != 0 && unicode[part] < 0x110000 ? static_cast<char32_t>(unicode[part]) : U'\xFFFD';
    glyph.run = static_cast<std::uint32_t>(scan_.runs.size() - 1);
    scan_.glyphs.push_back(glyph);
    if (is_block(glyph.unicode)) cover_with(state, glyph);
  }
}

/// A row of blocks that is set over words hides them as a bar does.
void ScanDevice::cover_with(GfxState* state, const Glyph& glyph) {
  constexpr std::size_t furthest = 4000;  // letters back: who covers a word does it soon
  const Run& run = scan_.runs[glyph.run];
  if (run.invisible() || run.direction == Direction::slanted || (run.render & 3) == 1) return;
  const std::size_t first = scan_.glyphs.size() > furthest ? scan_.glyphs.size() - furthest : 0;
  const float x = (glyph.box.left + glyph.box.right) / 2, y = (glyph.box.top + glyph.box.bottom) / 2;
  const bool covers = std::any_of(scan_.glyphs.begin() + static_cast<std::ptrdiff_t>(first), scan_.glyphs.end(), [&](const Glyph& each) {
    return each.run != glyph.run && each.unicode > U' ' && each.box.left < x && each.box.right > glyph.box.left && each.box.top < y && each.box.bottom > y;
  });
  if (!covers) return;
  Paint paint = start(state, PaintKind::fill);
  paint.rectangle = true;
  paint.box = glyph.box;
  keep(state, paint);
}

void ScanDevice::beginActualText(GfxState*, const GooString* text) {
  const auto at = static_cast<std::uint32_t>(scan_.glyphs.size());
  replaced_ = static_cast<std::uint32_t>(scan_.replacements.size());
  scan_.replacements.push_back({text == nullptr ? std::string() : text_of(*text), at, at});
}

void ScanDevice::endActualText(GfxState*) {
  if (replaced_ != none) scan_.replacements[replaced_].end_glyph = static_cast<std::uint32_t>(scan_.glyphs.size());
  replaced_ = none;
}

void ScanDevice::beginMarkedContent(const char* name, Dict* properties) {
  count(1);
  Content content;
  content.tag = name == nullptr ? "" : name;
  content.parent = content_;
  content.form = forms_.empty() ? none : forms_.back();
  content.artifact = content.tag == "Artifact" || (content_ != none && scan_.contents[content_].artifact);
  if (properties != nullptr) {
    const Object id = properties->lookup("MCID");
    if (id.isInt() && id.getInt() >= 0) content.id = static_cast<std::uint32_t>(id.getInt());
    if (content.tag == "OC") content.layer = text_under(*properties, "Name");
    content.alternative = text_under(*properties, "Alt");
    content.expansion = text_under(*properties, "E");
    if (content.tag != "Span") content.instead = text_under(*properties, "ActualText");
    note(name, properties);
  }
  content_ = static_cast<std::uint32_t>(scan_.contents.size());
  scan_.contents.push_back(std::move(content));
}

/// What somebody wrote into the commands of the page: entries of marked stretches and points that no standard names.
void ScanDevice::note(const char* name, Dict* properties) {
  static constexpr std::string_view known[] = {"ActualText", "Alt", "E", "Lang", "Type", "Subtype", "Name", "Title", "ID"};
  if (properties == nullptr || (name != nullptr && std::string_view(name) == "OC")) return;
  for (int i = 0; i < std::min(properties->getLength(), 50); ++i) {
    const Object& value = properties->getValNF(i);
    if (!value.isString() || std::find(std::begin(known), std::end(known), properties->getKey(i)) != std::end(known)) continue;
    if (std::string words = fold_space(text_of(*value.getString())); words.size() > 3) scan_.asides.push_back({std::move(words), false, {}});
  }
}

void ScanDevice::endMarkedContent(GfxState*) {
  if (content_ != none) content_ = scan_.contents[content_].parent;
}

void ScanDevice::beginForm(Ref id) {
  count(1);
  forms_.push_back(static_cast<std::uint32_t>(id.num));
  scan_.used.push_back(forms_.back());
}

void ScanDevice::endForm(Ref) {
  if (!forms_.empty()) forms_.pop_back();
}

}  // namespace casewright::pdf
