#include "foreign/typesetting/typeset.h"

#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "foreign/parts.h"
#include "foreign/typesetting/typeset_faces.h"
#include "foreign/typesetting/typeset_words.h"

namespace casewright::typeset {
namespace {

template <class T>
struct Unref {
  void operator()(T* object) const { g_object_unref(object); }
};
template <class T>
using Owned = std::unique_ptr<T, Unref<T>>;

struct FreeDescription {
  void operator()(PangoFontDescription* each) const { pango_font_description_free(each); }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

struct KnownStyle {
  Style style;
  WordFont* font = nullptr;  // that sets its Latin words
  Description description;   // made when Pango must set something
};

void without_hinting(FcPattern* pattern, gpointer) {
  FcPatternDel(pattern, FC_HINTING);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
}

Owned<PangoFontMap> font_map() {
  FcConfig* const fonts = fit_fonts();
  Owned<PangoFontMap> map(pango_ft2_font_map_new());
  pango_ft2_font_map_set_resolution(PANGO_FT2_FONT_MAP(map.get()), 72, 72);
  pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map.get()), fonts);
  pango_fc_font_map_set_default_substitute(PANGO_FC_FONT_MAP(map.get()), without_hinting, nullptr, nullptr);
  return map;
}

float points(int pango_units) { return static_cast<float>(pango_units) / PANGO_SCALE; }

/// Latin words by HarfBuzz alone; whatever else there is by Pango.
class PangoTypesetter final : public Typesetter {
 public:
  explicit PangoTypesetter(std::string language) : language_(std::move(language)) {}

  StyleId style(const Style& style) override;
  const Style& style(StyleId id) const override { return styles_[id].style; }
  std::vector<Line> set(std::string_view text, const std::vector<Stretch>& stretches, float width, std::vector<Missing>& missing) override;
  float width_of(std::string_view word, StyleId style) override;
  const FaceFacts& face(std::uint32_t face) const override { return faces_[face].facts; }
  float advance(std::uint32_t face, std::uint32_t glyph) override;
  std::string subset(std::uint32_t face, const std::vector<std::uint32_t>& glyphs) const override { return subset_of(faces_[face], glyphs); }

 private:
  void wake_pango();
  void give_attributes(const std::vector<Stretch>& stretches, std::size_t length);
  std::uint32_t face_of(PangoFont* font);
  void read_run(const PangoGlyphItem& item, std::string_view text, const std::vector<Stretch>& stretches, Line& line, float& x,
                std::vector<Missing>& missing);

  std::string language_;
  Faces faces_;
  Words words_{faces_};
  std::vector<KnownStyle> styles_;
  std::vector<WordStyle> word_styles_;
  // Pango's, for what is not set by words.
  Owned<PangoFontMap> map_;
  Owned<PangoContext> context_;
  Owned<PangoLayout> layout_;
  PangoFont* last_font_ = nullptr;
  std::uint32_t last_face_ = 0;
};

void PangoTypesetter::wake_pango() {
  if (layout_ != nullptr) return;
  map_ = font_map();
  context_.reset(pango_font_map_create_context(map_.get()));
  pango_context_set_round_glyph_positions(context_.get(), FALSE);
  pango_context_set_language(context_.get(), pango_language_from_string(language_.c_str()));
  layout_.reset(pango_layout_new(context_.get()));
  pango_layout_set_wrap(layout_.get(), PANGO_WRAP_WORD_CHAR);
}

std::uint32_t PangoTypesetter::face_of(PangoFont* font) {
  if (font == last_font_) return last_face_;
  last_font_ = font;
  return last_face_ = faces_.of_pattern(pango_fc_font_get_pattern(PANGO_FC_FONT(font)));
}

Description description_of(const Style& style) {
  Description made(pango_font_description_new());
  pango_font_description_set_family(made.get(), style.families.c_str());
  pango_font_description_set_absolute_size(made.get(), std::lround(style.size * PANGO_SCALE));
  pango_font_description_set_weight(made.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(made.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  return made;
}

bool is_space_like(std::string_view text) {
  const char32_t first = code_point_at(text, 0).value;
  return first == ' ' || first == 0x2028 || first == 0xA0 || (first >= 0x2000 && first <= 0x200A) || first == 0x3000;
}

void PangoTypesetter::read_run(const PangoGlyphItem& item, std::string_view text, const std::vector<Stretch>& stretches,
                                 Line& line, float& x, std::vector<Missing>& missing) {
  const auto offset = static_cast<std::uint32_t>(item.item->offset), length = static_cast<std::uint32_t>(item.item->length);
  const bool reversed = item.item->analysis.level % 2 == 1;
  Run run;
  run.face = face_of(item.item->analysis.font);
  run.stretch = static_cast<std::uint32_t>(
      std::upper_bound(stretches.begin(), stretches.end(), offset, [](std::uint32_t at, const Stretch& each) { return at < each.to; }) -
      stretches.begin());
  run.stretch = std::min<std::uint32_t>(run.stretch, static_cast<std::uint32_t>(stretches.size() - 1));
  run.size = styles_[stretches[run.stretch].style].style.size;
  run.x = x;
  const PangoGlyphString& glyphs = *item.glyphs;
  for (int i = 0; i < glyphs.num_glyphs; ++i) {
    const PangoGlyphInfo& info = glyphs.glyphs[i];
    Glyph glyph{info.glyph, x + points(info.geometry.x_offset), -points(info.geometry.y_offset), 0, 0};
    glyph.from = offset + static_cast<std::uint32_t>(glyphs.log_clusters[i]);
    run.glyphs.push_back(glyph);
    x += points(info.geometry.width);
  }
  run.width = x - run.x;
  if (reversed) std::reverse(run.glyphs.begin(), run.glyphs.end());
  std::uint32_t to = offset + length;
  for (std::size_t i = run.glyphs.size(); i-- > 0;) {
    if (i + 1 < run.glyphs.size() && run.glyphs[i + 1].from != run.glyphs[i].from) to = run.glyphs[i + 1].from;
    run.glyphs[i].to = to;
  }
  std::vector<Glyph> kept;
  for (Glyph& glyph : run.glyphs) {
    const std::string_view shown = text.substr(glyph.from, glyph.to - glyph.from);
    const bool blank = !shown.empty() && is_space_like(shown);
    if (glyph.id & PANGO_GLYPH_UNKNOWN_FLAG) {
      if (!blank && glyph.id != (PANGO_GLYPH_UNKNOWN_FLAG | 0x2028)) missing.push_back({static_cast<char32_t>(glyph.id & ~PANGO_GLYPH_UNKNOWN_FLAG), glyph.from});
      glyph.id = PANGO_GLYPH_EMPTY;
    }
    if (glyph.id == PANGO_GLYPH_EMPTY && blank) glyph.id = faces_[run.face].space;
    if (glyph.id != PANGO_GLYPH_EMPTY && glyph.id != 0) kept.push_back(glyph);
  }
  run.glyphs = std::move(kept);
  const Face& face = faces_[run.face];
  line.ascent = std::max(line.ascent, face.facts.ascent * run.size / 1000);
  line.descent = std::max(line.descent, -face.facts.descent * run.size / 1000);
  if (!run.glyphs.empty()) line.runs.push_back(std::move(run));
}

StyleId PangoTypesetter::style(const Style& style) {
  for (std::size_t i = 0; i < styles_.size(); ++i)
    if (styles_[i].style == style) return static_cast<StyleId>(i);
  KnownStyle known;
  known.style = style;
  const std::string& language = style.language.empty() ? language_ : style.language;
  for (const KnownStyle& other : styles_) {
    const bool same_face = other.style.families == style.families && other.style.bold == style.bold &&
                           other.style.italic == style.italic && other.style.language == style.language;
    if (same_face) known.font = other.font;
  }
  const int face = known.font == nullptr ? faces_.best_for(style, language) : -1;
  if (face >= 0) known.font = &words_.font(static_cast<std::uint32_t>(face), language);
  styles_.push_back(std::move(known));
  return static_cast<StyleId>(styles_.size() - 1);
}

void PangoTypesetter::give_attributes(const std::vector<Stretch>& stretches, std::size_t length) {
  PangoAttrList* attributes = pango_attr_list_new();
  const auto add = [attributes](PangoAttribute* attribute, std::uint32_t from, std::uint32_t to) {
    attribute->start_index = from;
    attribute->end_index = to;
    pango_attr_list_insert(attributes, attribute);
  };
  std::uint32_t from = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    KnownStyle& known = styles_[stretches[i].style];
    if (known.description == nullptr) known.description = description_of(known.style);
    add(pango_attr_font_desc_new(known.description.get()), from, stretches[i].to);
    if (!known.style.language.empty()) add(pango_attr_language_new(pango_language_from_string(known.style.language.c_str())), from, stretches[i].to);
    // A colour of its own makes Pango end a run where a stretch ends.
    if (stretches.size() > 1) add(pango_attr_foreground_new(static_cast<guint16>(i), static_cast<guint16>(i >> 16), 0), from, stretches[i].to);
    from = stretches[i].to;
  }
  add(pango_attr_insert_hyphens_new(FALSE), 0, static_cast<std::uint32_t>(length));
  pango_layout_set_attributes(layout_.get(), attributes);
  pango_attr_list_unref(attributes);
}

std::vector<Line> PangoTypesetter::set(std::string_view text, const std::vector<Stretch>& stretches, float width,
                                  std::vector<Missing>& missing) {
  std::vector<Line> lines;
  word_styles_.clear();
  for (const Stretch& stretch : stretches) {
    const KnownStyle& known = styles_[stretch.style];
    word_styles_.push_back({known.font, known.style.size});
  }
  if (words_.set(text, stretches, word_styles_, width, lines)) return lines;
  wake_pango();
  give_attributes(stretches, text.size());
  last_font_ = nullptr;  // its address may be given to another font
  PangoLayout* layout = layout_.get();
  pango_layout_set_width(layout, width > 0 ? static_cast<int>(std::floor(width * PANGO_SCALE)) : -1);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  for (GSList* each = pango_layout_get_lines_readonly(layout); each != nullptr; each = each->next) {
    const auto* broken = static_cast<const PangoLayoutLine*>(each->data);
    Line line;
    float x = 0;
    for (GSList* run = broken->runs; run != nullptr; run = run->next)
      read_run(*static_cast<const PangoGlyphItem*>(run->data), text, stretches, line, x, missing);
    line.width = x;
    if (broken->resolved_dir == PANGO_DIRECTION_RTL && width > x) line.x = width - x;
    std::stable_sort(line.runs.begin(), line.runs.end(),
                     [](const Run& one, const Run& other) { return one.glyphs.front().from < other.glyphs.front().from; });
    lines.push_back(std::move(line));
  }
  return lines;
}

float PangoTypesetter::width_of(std::string_view word, StyleId id) {
  const KnownStyle& known = styles_[id];
  if (known.font == nullptr) return static_cast<float>(count_characters(word)) * known.style.size;
  return words_.width_of(word, {known.font, known.style.size});
}

float PangoTypesetter::advance(std::uint32_t number, std::uint32_t glyph) {
  Face& face = faces_[number];
  if (face.advances.size() <= glyph) face.advances.resize(glyph + 1, -1.f);
  float& advance = face.advances[glyph];
  if (advance < 0) advance = static_cast<float>(hb_font_get_glyph_h_advance(face.font.get(), glyph)) * 1000 / face.units;
  return advance;
}

}  // namespace

std::unique_ptr<Typesetter> make_typesetter(const std::string& language) { return std::make_unique<PangoTypesetter>(language); }

}  // namespace casewright::typeset
