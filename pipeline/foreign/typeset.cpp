#include "foreign/typeset.h"

#include <fontconfig/fontconfig.h>
#include <hb-ot.h>
#include <hb-subset.h>
#include <hb.h>
#include <pango/pangofc-fontmap.h>
#include <pango/pangoft2.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <unordered_map>

#include "base/text.h"

#if defined(CASEWRIGHT_SANITIZED)
/// Fontconfig keeps the parts of its patterns by their distance, not by their address, so that LeakSanitizer takes those
/// of settings in use for lost. (Its own FcFini would let them go, and stops the program while Pango still holds some.)
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions() { return "leak:libfontconfig\n"; }
extern "C" const char* __lsan_default_options();
extern "C" const char* __lsan_default_options() { return "print_suppressions=0"; }
#endif

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

/// Fonts that a PDF/A file cannot hold as they are: pictures instead of outlines, and outlines that vary.
constexpr char unfit_fonts[] =
    "<?xml version=\"1.0\"?><!DOCTYPE fontconfig SYSTEM \"urn:fontconfig:fonts.dtd\"><fontconfig><selectfont><rejectfont>"
    "<pattern><patelt name=\"outline\"><bool>false</bool></patelt></pattern>"
    "<pattern><patelt name=\"scalable\"><bool>false</bool></patelt></pattern>"
    "<pattern><patelt name=\"color\"><bool>true</bool></patelt></pattern>"
    "<pattern><patelt name=\"variable\"><bool>true</bool></patelt></pattern>"
    "<pattern><patelt name=\"fontformat\"><string>Type 1</string></patelt></pattern>"
    "<pattern><patelt name=\"fontformat\"><string>PCF</string></patelt></pattern>"
    "<pattern><patelt name=\"fontformat\"><string>BDF</string></patelt></pattern>"
    "</rejectfont></selectfont></fontconfig>";

struct Face {
  hb_face_t* face = nullptr;
  hb_font_t* font = nullptr;
  float units = 1000;
  FaceFacts facts;
  std::uint32_t space = 0;
  std::vector<float> advances;  // by glyph; negative: not asked yet
};

struct KnownStyle {
  Style style;
  Description description;
  hb_font_t* font = nullptr;  // of its first family, to measure words
  std::unordered_map<char32_t, float> widths;
};

/// The entry of a table of a font that is a big-endian 16 bit number.
int short_in(hb_face_t* face, hb_tag_t tag, unsigned at, int otherwise) {
  hb_blob_t* blob = hb_face_reference_table(face, tag);
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob, &length));
  const int value = length >= at + 2 ? static_cast<std::int16_t>(bytes[at] << 8 | bytes[at + 1]) : otherwise;
  hb_blob_destroy(blob);
  return value;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  hb_blob_t* blob = hb_face_reference_table(face, tag);
  const bool has = hb_blob_get_length(blob) > 0;
  hb_blob_destroy(blob);
  return has;
}

std::string postscript_name(hb_face_t* face) {
  char name[128];
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  std::string kept;
  for (const char c : std::string_view(name, std::min<unsigned>(size, sizeof name - 1)))
    if (g_ascii_isalnum(c) || c == '-') kept += c;
  return kept.empty() ? "Font" : kept;
}

FaceFacts facts_of(hb_face_t* face, float units) {
  constexpr hb_tag_t os2 = HB_TAG('O', 'S', '/', '2'), head = HB_TAG('h', 'e', 'a', 'd'), hhea = HB_TAG('h', 'h', 'e', 'a'),
                     post = HB_TAG('p', 'o', 's', 't');
  const float k = 1000 / units;
  FaceFacts facts;
  facts.name = postscript_name(face);
  facts.compact = has_table(face, HB_TAG('C', 'F', 'F', ' '));
  facts.restricted = (short_in(face, os2, 8, 0) & 0xF) == 2;
  facts.weight = static_cast<float>(short_in(face, os2, 4, 400));
  facts.ascent = static_cast<float>(short_in(face, hhea, 4, 800)) * k;
  facts.descent = static_cast<float>(short_in(face, hhea, 6, -200)) * k;
  facts.cap_height = short_in(face, os2, 0, 0) >= 2 ? static_cast<float>(short_in(face, os2, 88, 700)) * k : facts.ascent * 0.75f;
  facts.italic_angle = static_cast<float>(short_in(face, post, 4, 0));
  facts.italic = facts.italic_angle != 0;
  facts.fixed_pitch = short_in(face, post, 14, 0) != 0;
  const int family_class = short_in(face, os2, 30, 0) >> 8;
  facts.serif = family_class >= 1 && family_class <= 7;
  for (unsigned i = 0; i < 4; ++i) facts.box[i] = static_cast<float>(short_in(face, head, 36 + 2 * i, 0)) * k;
  return facts;
}

void without_hinting(FcPattern* pattern, gpointer) {
  FcPatternDel(pattern, FC_HINTING);
  FcPatternAddBool(pattern, FC_HINTING, FcFalse);
}

/// The fonts of this machine without those that are unfit. Made once, and made the library's own before Pango sees it:
/// otherwise a thread of Pango's reads the same settings a second time, and may not have ended when the program does.
FcConfig* fit_fonts() {
  static FcConfig* const fonts = [] {
    FcConfig* config = FcInitLoadConfig();
    FcConfigParseAndLoadFromMemory(config, reinterpret_cast<const FcChar8*>(unfit_fonts), FcFalse);
    FcConfigBuildFonts(config);
    FcConfigSetCurrent(config);
    return config;
  }();
  return fonts;
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

}  // namespace

struct Typesetter::State {
  Owned<PangoFontMap> map;
  Owned<PangoContext> context;
  Owned<PangoLayout> layout;
  std::vector<KnownStyle> styles;
  std::vector<Face> faces;
  std::unordered_map<hb_face_t*, std::uint32_t> face_numbers;
  PangoFont* last_font = nullptr;
  std::uint32_t last_face = 0;

  std::uint32_t face_of(PangoFont* font);
  void read_run(const PangoGlyphItem& item, std::string_view text, const std::vector<Stretch>& stretches, Line& line, float& x,
                std::vector<Missing>& missing);
};

std::uint32_t Typesetter::State::face_of(PangoFont* font) {
  if (font == last_font) return last_face;
  last_font = font;
  hb_face_t* face = hb_font_get_face(pango_font_get_hb_font(font));
  const auto [found, fresh] = face_numbers.emplace(face, static_cast<std::uint32_t>(faces.size()));
  if (fresh) {
    Face made;
    made.face = hb_face_reference(face);
    made.units = static_cast<float>(hb_face_get_upem(face));
    made.font = hb_font_create(face);
    made.facts = facts_of(face, made.units);
    hb_codepoint_t space = 0;
    if (hb_font_get_nominal_glyph(made.font, ' ', &space)) made.space = space;
    faces.push_back(std::move(made));
  }
  return last_face = found->second;
}

namespace {

/// The bytes of the text that the glyph at `i` of the item shows, seen from the item's beginning.
struct Cluster {
  std::uint32_t from, to;
};

bool is_space_like(std::string_view text) {
  const char32_t first = code_point_at(text, 0).value;
  return first == ' ' || first == 0x2028 || first == 0xA0 || (first >= 0x2000 && first <= 0x200A) || first == 0x3000;
}

}  // namespace

void Typesetter::State::read_run(const PangoGlyphItem& item, std::string_view text, const std::vector<Stretch>& stretches,
                                 Line& line, float& x, std::vector<Missing>& missing) {
  const auto offset = static_cast<std::uint32_t>(item.item->offset), length = static_cast<std::uint32_t>(item.item->length);
  const bool reversed = item.item->analysis.level % 2 == 1;
  Run run;
  run.face = face_of(item.item->analysis.font);
  run.stretch = static_cast<std::uint32_t>(
      std::upper_bound(stretches.begin(), stretches.end(), offset, [](std::uint32_t at, const Stretch& each) { return at < each.to; }) -
      stretches.begin());
  run.stretch = std::min<std::uint32_t>(run.stretch, static_cast<std::uint32_t>(stretches.size() - 1));
  run.size = styles[stretches[run.stretch].style].style.size;
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
    if (glyph.id == PANGO_GLYPH_EMPTY && blank) glyph.id = faces[run.face].space;
    if (glyph.id != PANGO_GLYPH_EMPTY && glyph.id != 0) kept.push_back(glyph);
  }
  run.glyphs = std::move(kept);
  const Face& face = faces[run.face];
  line.ascent = std::max(line.ascent, face.facts.ascent * run.size / 1000);
  line.descent = std::max(line.descent, -face.facts.descent * run.size / 1000);
  if (!run.glyphs.empty()) line.runs.push_back(std::move(run));
}

Typesetter::Typesetter(const std::string& language) : state_(std::make_unique<State>()) {
  state_->map = font_map();
  state_->context.reset(pango_font_map_create_context(state_->map.get()));
  pango_context_set_round_glyph_positions(state_->context.get(), FALSE);
  pango_context_set_language(state_->context.get(), pango_language_from_string(language.c_str()));
  state_->layout.reset(pango_layout_new(state_->context.get()));
  pango_layout_set_wrap(state_->layout.get(), PANGO_WRAP_WORD_CHAR);
}

Typesetter::~Typesetter() {
  for (Face& face : state_->faces) {
    hb_font_destroy(face.font);
    hb_face_destroy(face.face);
  }
}

StyleId Typesetter::style(const Style& style) {
  for (std::size_t i = 0; i < state_->styles.size(); ++i)
    if (state_->styles[i].style == style) return static_cast<StyleId>(i);
  KnownStyle known;
  known.style = style;
  known.description.reset(pango_font_description_new());
  pango_font_description_set_family(known.description.get(), style.families.c_str());
  pango_font_description_set_absolute_size(known.description.get(), std::lround(style.size * PANGO_SCALE));
  pango_font_description_set_weight(known.description.get(), style.bold ? PANGO_WEIGHT_BOLD : PANGO_WEIGHT_NORMAL);
  pango_font_description_set_style(known.description.get(), style.italic ? PANGO_STYLE_ITALIC : PANGO_STYLE_NORMAL);
  state_->styles.push_back(std::move(known));
  return static_cast<StyleId>(state_->styles.size() - 1);
}

const Style& Typesetter::style(StyleId id) const { return state_->styles[id].style; }

std::vector<Line> Typesetter::set(std::string_view text, const std::vector<Stretch>& stretches, float width,
                                  std::vector<Missing>& missing) {
  PangoLayout* layout = state_->layout.get();
  PangoAttrList* attributes = pango_attr_list_new();
  const auto add = [attributes](PangoAttribute* attribute, std::uint32_t from, std::uint32_t to) {
    attribute->start_index = from;
    attribute->end_index = to;
    pango_attr_list_insert(attributes, attribute);
  };
  std::uint32_t from = 0;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    const KnownStyle& known = state_->styles[stretches[i].style];
    add(pango_attr_font_desc_new(known.description.get()), from, stretches[i].to);
    if (!known.style.language.empty()) add(pango_attr_language_new(pango_language_from_string(known.style.language.c_str())), from, stretches[i].to);
    // A colour of its own makes Pango end a run where a stretch ends.
    if (stretches.size() > 1) add(pango_attr_foreground_new(static_cast<guint16>(i), static_cast<guint16>(i >> 16), 0), from, stretches[i].to);
    from = stretches[i].to;
  }
  add(pango_attr_insert_hyphens_new(FALSE), 0, static_cast<std::uint32_t>(text.size()));
  pango_layout_set_attributes(layout, attributes);
  pango_attr_list_unref(attributes);
  pango_layout_set_width(layout, width > 0 ? static_cast<int>(std::floor(width * PANGO_SCALE)) : -1);
  pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
  std::vector<Line> lines;
  for (GSList* each = pango_layout_get_lines_readonly(layout); each != nullptr; each = each->next) {
    const auto* broken = static_cast<const PangoLayoutLine*>(each->data);
    Line line;
    float x = 0;
    for (GSList* run = broken->runs; run != nullptr; run = run->next)
      state_->read_run(*static_cast<const PangoGlyphItem*>(run->data), text, stretches, line, x, missing);
    line.width = x;
    if (broken->resolved_dir == PANGO_DIRECTION_RTL && width > x) line.x = width - x;
    std::stable_sort(line.runs.begin(), line.runs.end(),
                     [](const Run& one, const Run& other) { return one.glyphs.front().from < other.glyphs.front().from; });
    lines.push_back(std::move(line));
  }
  return lines;
}

float Typesetter::width_of(std::string_view word, StyleId id) {
  KnownStyle& known = state_->styles[id];
  if (known.font == nullptr) {
    PangoFont* font = pango_context_load_font(state_->context.get(), known.description.get());
    known.font = state_->faces[state_->face_of(font)].font;
    state_->last_font = nullptr;  // the address may be given to another font
    g_object_unref(font);
  }
  float width = 0;
  for (std::size_t at = 0; at < word.size();) {
    const CodePoint point = code_point_at(word, at);
    at += point.bytes;
    const auto [found, fresh] = known.widths.emplace(point.value, 0.f);
    if (fresh) {
      hb_codepoint_t glyph = 0;
      const bool has = hb_font_get_nominal_glyph(known.font, point.value, &glyph);
      int units = 1;
      hb_font_get_scale(known.font, &units, &units);
      found->second = has ? static_cast<float>(hb_font_get_glyph_h_advance(known.font, glyph)) / static_cast<float>(units) * known.style.size
                          : known.style.size;
    }
    width += found->second;
  }
  return width;
}

const FaceFacts& Typesetter::face(std::uint32_t face) const { return state_->faces[face].facts; }

float Typesetter::advance(std::uint32_t number, std::uint32_t glyph) {
  Face& face = state_->faces[number];
  if (face.advances.size() <= glyph) face.advances.resize(glyph + 1, -1.f);
  float& advance = face.advances[glyph];
  if (advance < 0) advance = static_cast<float>(hb_font_get_glyph_h_advance(face.font, glyph)) * 1000 / face.units;
  return advance;
}

std::uint32_t Typesetter::space_glyph(std::uint32_t face) const { return state_->faces[face].space; }

std::string Typesetter::subset(std::uint32_t number, const std::vector<std::uint32_t>& glyphs) const {
  const Face& face = state_->faces[number];
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input), glyph);
  hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
                             HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'o', 'r', 'x'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('M', 'A', 'T', 'H')})
    hb_set_add(dropped, tag);
  hb_face_t* cut = hb_subset_or_fail(face.face, input);
  hb_subset_input_destroy(input);
  if (cut == nullptr) return {};
  hb_blob_t* blob = face.facts.compact ? hb_face_reference_table(cut, HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(cut);
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob, &length);
  std::string file(bytes, length);
  hb_blob_destroy(blob);
  hb_face_destroy(cut);
  return file;
}

}  // namespace casewright::typeset
