#include "foreign/pdf/pdf_device.h"

#include <algorithm>

#include <poppler/Function.h>

#include "base/text.h"
#include "foreign/pdf/pdf_device_numbers.h"
#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

constexpr std::uint64_t most_steps = 30'000'000;  // a page of 20,000 shapes takes some 100,000
constexpr std::size_t most_glyphs = 2'000'000;

}  // namespace

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
  // An ink that no plate prints paints nothing.
  fill_alpha_ = state->getFillColorSpace()->isNonMarking() ? 0 : 1;
  stroke_alpha_ = state->getStrokeColorSpace()->isNonMarking() ? 0 : 1;
  colour_known_ = true;
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
