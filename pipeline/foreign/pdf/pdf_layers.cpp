#include "foreign/pdf/pdf_layers.h"

#include <algorithm>
#include <set>
#include <tuple>

namespace casewright::pdf {
namespace {

bool same_glyph(const PageScan& a, std::size_t i, const PageScan& b, std::size_t j) {
  return a.glyphs[i].unicode == b.glyphs[j].unicode && a.glyphs[i].box == b.glyphs[j].box &&
         a.runs[a.glyphs[i].run].font == b.runs[b.glyphs[j].run].font;
}

bool same_paint(const Paint& a, const Paint& b) {
  return a.kind == b.kind && a.rgb == b.rgb && a.alpha == b.alpha && a.object == b.object && a.box == b.box;
}

}  // namespace

void switch_as_shown(OCGs& layers, const Object& catalog) {
  const Object content = catalog.isDict() ? catalog.dictLookup("OCProperties") : Object(objNull);
  const Object plain = content.isDict() ? content.dictLookup("D") : Object(objNull);
  const Object uses = plain.isDict() ? plain.dictLookup("AS") : Object(objNull);
  if (!uses.isArray()) return;
  for (int i = 0; i < std::min(uses.arrayGetLength(), 100); ++i) {
    const Object use = uses.arrayGet(i);
    if (!use.isDict() || !use.dictLookup("Event").isName("View")) continue;
    const Object those = use.dictLookup("OCGs");
    for (int j = 0; those.isArray() && j < std::min(those.arrayGetLength(), 1000); ++j) {
      const Object& ref = those.arrayGetNF(j);
      const Object layer = those.arrayGet(j);
      OptionalContentGroup* const group = ref.isRef() ? layers.findOcgByRef(ref.getRef()) : nullptr;
      const Object usage = layer.isDict() ? layer.dictLookup("Usage") : Object(objNull);
      const Object view = usage.isDict() ? usage.dictLookup("View") : Object(objNull);
      if (group != nullptr && view.isDict() && view.dictLookup("ViewState").isName("OFF")) group->setState(OptionalContentGroup::Off);
    }
  }
}

void mark_hidden(PageScan& all, const PageScan& shown) {
  std::vector<bool> seen(all.runs.size());
  std::size_t next = 0;
  for (std::size_t i = 0; i < all.glyphs.size() && next < shown.glyphs.size(); ++i)
    if (same_glyph(all, i, shown, next)) {
      seen[all.glyphs[i].run] = true;
      ++next;
    }
  for (std::size_t run = 0; run < all.runs.size(); ++run) all.runs[run].hidden_layer = !seen[run];
  std::size_t paint = 0;
  for (Paint& each : all.paints) {
    each.hidden_layer = paint == shown.paints.size() || !same_paint(each, shown.paints[paint]);
    if (!each.hidden_layer) ++paint;
  }
}

void add_seen_without_layers(PageScan& all, const PageScan& without) {
  using Key = std::tuple<char32_t, float, float>;
  const auto key = [](const Glyph& glyph) { return Key{glyph.unicode, glyph.box.left, glyph.box.top}; };
  std::set<Key> known;
  for (const Glyph& each : all.glyphs) known.insert(key(each));
  std::uint32_t from = none;
  for (const Glyph& each : without.glyphs) {
    if (known.contains(key(each))) continue;
    if (from != each.run) {
      from = each.run;
      Run run = without.runs[from];
      run.hidden_layer = true;
      run.content = run.replaced = run.annotation = run.mask = none;
      all.runs.push_back(run);
    }
    all.glyphs.push_back(each);
    all.glyphs.back().run = static_cast<std::uint32_t>(all.runs.size() - 1);
  }
}

}  // namespace casewright::pdf
