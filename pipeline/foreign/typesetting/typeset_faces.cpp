#include "foreign/typesetting/typeset_faces.h"

#include <hb-ot.h>
#include <hb-subset.h>

#include <algorithm>
#include <string_view>

#include "base/text.h"

namespace casewright::typeset {
namespace {

struct FreePattern {
  void operator()(FcPattern* pattern) const { FcPatternDestroy(pattern); }
};
using Pattern = std::unique_ptr<FcPattern, FreePattern>;

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

/// The entry of a table of a font that is a big-endian 16 bit number.
int short_in(hb_face_t* face, hb_tag_t tag, unsigned at, int otherwise) {
  const std::unique_ptr<hb_blob_t, FreeBlob> blob(hb_face_reference_table(face, tag));
  unsigned length = 0;
  const auto* bytes = reinterpret_cast<const unsigned char*>(hb_blob_get_data(blob.get(), &length));
  return length >= at + 2 ? static_cast<std::int16_t>(bytes[at] << 8 | bytes[at + 1]) : otherwise;
}

bool has_table(hb_face_t* face, hb_tag_t tag) {
  const std::unique_ptr<hb_blob_t, FreeBlob> blob(hb_face_reference_table(face, tag));
  return hb_blob_get_length(blob.get()) > 0;
}

std::string postscript_name(hb_face_t* face) {
  char name[128];
  unsigned size = sizeof name;
  hb_ot_name_get_utf8(face, HB_OT_NAME_ID_POSTSCRIPT_NAME, HB_LANGUAGE_INVALID, &size, name);
  std::string kept;
  for (const char c : std::string_view(name, std::min<unsigned>(size, sizeof name - 1)))
    if ((c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') || c == '-') kept += c;
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

Face face_of(const std::string& file, unsigned index) {
  Face made;
  const std::unique_ptr<hb_blob_t, FreeBlob> blob(hb_blob_create_from_file(file.c_str()));
  made.face.reset(hb_face_create(blob.get(), index & 0xFFFF));
  made.units = static_cast<float>(hb_face_get_upem(made.face.get()));
  made.font.reset(hb_font_create(made.face.get()));
  made.facts = facts_of(made.face.get(), made.units);
  hb_codepoint_t space = 0;
  if (hb_font_get_nominal_glyph(made.font.get(), ' ', &space)) made.space = space;
  return made;
}

const FcChar8* as_fc(const std::string& text) { return reinterpret_cast<const FcChar8*>(text.c_str()); }

}  // namespace

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

std::uint32_t Faces::of_file(const std::string& file, unsigned index) {
  const auto [found, fresh] = numbers_.emplace(std::pair(file, index), static_cast<std::uint32_t>(faces_.size()));
  if (fresh) faces_.push_back(face_of(file, index));
  return found->second;
}

std::uint32_t Faces::of_pattern(FcPattern* found) {
  FcChar8* file = nullptr;
  int index = 0;
  FcPatternGetInteger(found, FC_INDEX, 0, &index);
  if (FcPatternGetString(found, FC_FILE, 0, &file) != FcResultMatch) return of_file("", 0);
  return of_file(reinterpret_cast<const char*>(file), static_cast<unsigned>(index));
}

int Faces::best_for(const Style& style, const std::string& language) {
  const Pattern pattern(FcPatternCreate());
  for (const std::string_view family : split(style.families, ',')) {
    const std::string name(trim(family));
    if (!name.empty()) FcPatternAddString(pattern.get(), FC_FAMILY, as_fc(name));
  }
  FcPatternAddInteger(pattern.get(), FC_WEIGHT, style.bold ? FC_WEIGHT_BOLD : FC_WEIGHT_NORMAL);
  FcPatternAddInteger(pattern.get(), FC_SLANT, style.italic ? FC_SLANT_ITALIC : FC_SLANT_ROMAN);
  FcPatternAddDouble(pattern.get(), FC_DPI, 72);
  FcPatternAddDouble(pattern.get(), FC_SIZE, static_cast<double>(style.size));
  if (!language.empty()) FcPatternAddString(pattern.get(), FC_LANG, as_fc(language));
  FcConfigSubstitute(fit_fonts(), pattern.get(), FcMatchPattern);
  FcDefaultSubstitute(pattern.get());
  FcResult result = FcResultNoMatch;
  const Pattern found(FcFontMatch(fit_fonts(), pattern.get(), &result));
  return found == nullptr ? -1 : static_cast<int>(of_pattern(found.get()));
}

std::string subset_of(const Face& face, const std::vector<std::uint32_t>& glyphs) {
  hb_subset_input_t* input = hb_subset_input_create_or_fail();
  hb_subset_input_set_flags(input, HB_SUBSET_FLAGS_RETAIN_GIDS | HB_SUBSET_FLAGS_NO_HINTING | HB_SUBSET_FLAGS_NOTDEF_OUTLINE);
  for (const std::uint32_t glyph : glyphs) hb_set_add(hb_subset_input_glyph_set(input), glyph);
  hb_set_t* dropped = hb_subset_input_set(input, HB_SUBSET_SETS_DROP_TABLE_TAG);
  for (const hb_tag_t tag : {HB_TAG('G', 'S', 'U', 'B'), HB_TAG('G', 'P', 'O', 'S'), HB_TAG('G', 'D', 'E', 'F'), HB_TAG('k', 'e', 'r', 'n'),
                             HB_TAG('D', 'S', 'I', 'G'), HB_TAG('m', 'o', 'r', 'x'), HB_TAG('F', 'F', 'T', 'M'), HB_TAG('M', 'A', 'T', 'H')})
    hb_set_add(dropped, tag);
  const std::unique_ptr<hb_face_t, FreeFace> cut(hb_subset_or_fail(face.face.get(), input));
  hb_subset_input_destroy(input);
  if (cut == nullptr) return {};
  const std::unique_ptr<hb_blob_t, FreeBlob> blob(
      face.facts.compact ? hb_face_reference_table(cut.get(), HB_TAG('C', 'F', 'F', ' ')) : hb_face_reference_blob(cut.get()));
  unsigned length = 0;
  const char* bytes = hb_blob_get_data(blob.get(), &length);
  return std::string(bytes, length);
}

}  // namespace casewright::typeset
