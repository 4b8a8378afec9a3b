// The letters of a page: how they are set, where each stands, and which of them cover others.
#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "foreign/pdf/pdf_device.h"
#include "foreign/pdf/pdf_device_numbers.h"
#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

Direction direction_of(double x, double y) {
  // `x` and `y` are where up points on a page whose y grows downwards.
  const double across = std::fabs(x), along = std::fabs(y);
  if (across < 0.03 * along) return y <= 0 ? Direction::right : Direction::left;
  if (along < 0.03 * across) return x >= 0 ? Direction::down : Direction::up;
  return Direction::slanted;
}

/// How far the four corners of a letter reach along one side of the page: those of its width from `begin` to `end`, each as high as
/// it rises and as low as it falls.
void reach(double from, double begin, double end, double rise, double fall, float& least, float& most) {
  const double low = from + std::min(begin, end) + std::min(rise, fall), high = from + std::max(begin, end) + std::max(rise, fall);
  if (std::isfinite(low) && std::isfinite(high)) {
    least = place(low);
    most = place(high);
    return;
  }
  least = nothing.left;
  most = nothing.right;
  for (const double along : {begin, end})
    for (const double height : {rise, fall}) {
      least = std::min(least, place(from + along + height));
      most = std::max(most, place(from + along + height));
    }
}

/// True where what one sees of letters is filled or outlined with a shade or a pattern.
bool is_patterned(GfxState* state, int render) {
  const bool fills = (render & 1) == 0, strokes = (render & 3) == 1 || (render & 3) == 2;
  return (fills && state->getFillColorSpace()->getMode() == csPattern) || (strokes && state->getStrokeColorSpace()->getMode() == csPattern);
}

/// A letter that is nothing but ink.
bool is_block(char32_t c) { return c == 0x2588 || c == 0x25A0 || c == 0x25AC || c == 0x25AE || c == 0x25FC || c == 0x2B1B || c == 0x2593; }

}  // namespace

void ScanDevice::learn_font(GfxState* state) {
  const GfxFont* font = state->getFont().get();
  if (font == font_ && font_index_ != none) return;
  font_ = font;
  font_index_ = fonts_.of(font);
  blank_font_ = font != nullptr && fonts_.all()[font_index_].blank;
  alike_font_ = font != nullptr && fonts_.all()[font_index_].alike;
  shown_ = fonts_.shown(font_index_);
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

/// Of letters that are filled and outlined: wide outlines cover the fill, and either of both may be clear.
void ScanDevice::look_at_edges(GfxState* state, Run& run) const {
  constexpr float stem = 0.12f;  // of the size: no letter's strokes are wider in common type
  const std::uint8_t edge_alpha = packed(stroke_alpha_ * state->getStrokeOpacity());
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
  if (shown_ != nullptr && replaced_ == none) {
    beginActualText(state, nullptr);
    reads_otherwise_ = true;
  }
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
  run.alpha = packed(outlined ? stroke_alpha_ * state->getStrokeOpacity() : fill_alpha_ * state->getFillOpacity());
  if ((run.render & 3) == 2) look_at_edges(state, run);
  run.patterned = is_patterned(state, run.render);
  run.alike = alike_font_;
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
                      last.blended == run.blended && last.cut_to_shape == run.cut_to_shape && last.patterned == run.patterned && last.clip == run.clip;
    if (same) return;
  }
  run.order = order_++;
  scan_.runs.push_back(run);
}

void ScanDevice::endString(GfxState* state) {
  if (std::exchange(reads_otherwise_, false)) endActualText(state);
}

void ScanDevice::drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode code, int,
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
    reach(from_x, begin * wide_x, end * wide_x, rise * up_x_, fall * up_x_, glyph.box.left, glyph.box.right);
    reach(from_y, begin * wide_y, end * wide_y, rise * up_y_, fall * up_y_, glyph.box.top, glyph.box.bottom);
    const bool lies = run.direction == Direction::down || run.direction == Direction::up;
    glyph.baseline = place(lies ? from_x : from_y);
    glyph.unicode = length > 0 && unicode[part] != 0 && unicode[part] < 0x110000 ? static_cast<char32_t>(unicode[part]) : U'\xFFFD';
    glyph.run = static_cast<std::uint32_t>(scan_.runs.size() - 1);
    if (shown_ != nullptr && code < shown_->size() && (*shown_)[code] != 0) {
      if (reads_otherwise_ && glyph.unicode != U'\xFFFD') append_utf8(scan_.replacements[replaced_].text, glyph.unicode);
      glyph.unicode = (*shown_)[code];
    }
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

}  // namespace casewright::pdf
