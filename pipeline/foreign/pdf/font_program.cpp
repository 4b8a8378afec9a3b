#include "foreign/pdf/font_program.h"

#include <ft2build.h>
#include FT_FREETYPE_H
#include FT_ADVANCES_H
#include FT_CID_H
#include FT_TRUETYPE_TABLES_H
#include FT_TRUETYPE_TAGS_H

namespace casewright {
namespace {

constexpr FT_Int32 unscaled = FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING;
constexpr std::size_t longest_name = 256;

struct CloseFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};
using Face = std::unique_ptr<FT_FaceRec_, CloseFace>;

unsigned two_bytes(const std::vector<unsigned char>& table, std::size_t at) {
  return at + 1 < table.size() ? static_cast<unsigned>(table[at] << 8 | table[at + 1]) : 0;
}

}  // namespace

struct FontReader::State {
  FT_Library library = nullptr;
  State() {
    if (FT_Init_FreeType(&library) != 0) library = nullptr;
  }
  ~State() {
    if (library != nullptr) FT_Done_FreeType(library);
  }
  State(const State&) = delete;
  State& operator=(const State&) = delete;
};

FontReader::FontReader() : state_(std::make_unique<State>()) {}
FontReader::~FontReader() = default;

struct FontProgram::State {
  std::string bytes;  ///< FreeType reads from it for as long as the face lives
  Face face;
  std::set<std::pair<int, int>> cmaps;
  int cmap_count = 0;
  bool bare = false;  ///< CFF or Type 1 outside an OpenType file
  mutable bool cids_read = false;
  mutable std::map<std::uint32_t, std::uint32_t> cids;

  void read_cmaps() {
    FT_ULong size = 0;
    if (FT_Load_Sfnt_Table(face.get(), TTAG_cmap, 0, nullptr, &size) != 0 || size > (1u << 24)) return;
    std::vector<unsigned char> table(size);
    if (FT_Load_Sfnt_Table(face.get(), TTAG_cmap, 0, table.data(), &size) != 0) return;
    cmap_count = static_cast<int>(two_bytes(table, 2));
    for (int i = 0; i < cmap_count && 4 + 8 * static_cast<std::size_t>(i) < table.size(); ++i) {
      const std::size_t at = 4 + 8 * static_cast<std::size_t>(i);
      cmaps.emplace(two_bytes(table, at), two_bytes(table, at + 2));
    }
  }

  bool keyed() const {
    FT_Bool is_keyed = 0;
    return FT_Get_CID_Is_Internally_CID_Keyed(face.get(), &is_keyed) == 0 && is_keyed != 0;
  }

  void read_cids() const {
    if (cids_read) return;
    cids_read = true;
    if (!keyed()) return;
    for (FT_UInt glyph = 0; glyph < static_cast<FT_UInt>(face->num_glyphs); ++glyph) {
      FT_UInt cid = 0;
      if (FT_Get_CID_From_Glyph_Index(face.get(), glyph, &cid) != 0) break;
      // A bare CFF font is asked for its glyphs by CID.
      if (glyph == 0 || cid != 0) cids.emplace(cid, bare ? cid : glyph);
    }
  }

  std::string name(FT_UInt glyph) const {
    char text[longest_name] = {};
    return FT_Get_Glyph_Name(face.get(), glyph, text, sizeof text) == 0 ? std::string(text) : std::string();
  }
};

FontProgram::FontProgram(std::unique_ptr<State> state) : state_(std::move(state)) {}
FontProgram::FontProgram(FontProgram&&) noexcept = default;
FontProgram& FontProgram::operator=(FontProgram&&) noexcept = default;
FontProgram::~FontProgram() = default;

std::optional<FontProgram> FontProgram::open(const FontReader& reader, std::string bytes) {
  if (reader.state().library == nullptr || bytes.empty()) return std::nullopt;
  auto state = std::make_unique<State>();
  state->bytes = std::move(bytes);
  FT_Face face = nullptr;
  if (FT_New_Memory_Face(reader.state().library, reinterpret_cast<const FT_Byte*>(state->bytes.data()),
                         static_cast<FT_Long>(state->bytes.size()), 0, &face) != 0)
    return std::nullopt;
  state->face.reset(face);
  state->bare = FT_IS_SFNT(face) == 0;
  if (!state->bare) state->read_cmaps();
  return FontProgram(std::move(state));
}

std::uint32_t FontProgram::glyphs() const { return static_cast<std::uint32_t>(state_->face->num_glyphs); }

std::optional<double> FontProgram::width(std::uint32_t glyph) const {
  FT_Face face = state_->face.get();
  FT_Fixed advance = 0;
  if (glyph >= glyphs() || FT_Get_Advance(face, glyph, unscaled, &advance) != 0) return std::nullopt;
  return 1000.0 * static_cast<double>(advance) / (face->units_per_EM == 0 ? 1000.0 : face->units_per_EM);
}

bool FontProgram::has_outline(std::uint32_t glyph) const {
  FT_Face face = state_->face.get();
  if (FT_Load_Glyph(face, glyph, unscaled | FT_LOAD_NO_RECURSE) != 0) return false;
  return face->glyph->format == FT_GLYPH_FORMAT_COMPOSITE || face->glyph->outline.n_points > 0;
}

std::uint32_t FontProgram::glyph_named(const std::string& name) const {
  return FT_HAS_GLYPH_NAMES(state_->face.get()) ? FT_Get_Name_Index(state_->face.get(), name.c_str()) : 0;
}

std::set<std::string> FontProgram::glyph_names() const {
  std::set<std::string> all;
  if (!FT_HAS_GLYPH_NAMES(state_->face.get())) return all;
  for (FT_UInt glyph = 0; glyph < glyphs(); ++glyph)
    if (std::string name = state_->name(glyph); !name.empty() && name != ".notdef") all.insert(std::move(name));
  return all;
}

std::map<std::uint32_t, std::string> FontProgram::own_encoding() const {
  std::map<std::uint32_t, std::string> all;
  FT_Face face = state_->face.get();
  for (int i = 0; i < face->num_charmaps; ++i) {
    const FT_Encoding kind = face->charmaps[i]->encoding;
    if (kind != FT_ENCODING_ADOBE_CUSTOM && kind != FT_ENCODING_ADOBE_STANDARD && kind != FT_ENCODING_ADOBE_EXPERT) continue;
    if (FT_Set_Charmap(face, face->charmaps[i]) != 0) continue;
    for (std::uint32_t code = 0; code < 256; ++code)
      if (const FT_UInt glyph = FT_Get_Char_Index(face, code); glyph != 0) all.emplace(code, state_->name(glyph));
    break;
  }
  return all;
}

int FontProgram::cmaps() const { return state_->cmap_count; }

bool FontProgram::has_cmap(int platform, int encoding) const { return state_->cmaps.contains({platform, encoding}); }

std::uint32_t FontProgram::glyph_at(int platform, int encoding, std::uint32_t code) const {
  FT_Face face = state_->face.get();
  for (int i = 0; i < face->num_charmaps; ++i) {
    FT_CharMap map = face->charmaps[i];
    if (map->platform_id != platform || map->encoding_id != encoding || FT_Set_Charmap(face, map) != 0) continue;
    return FT_Get_Char_Index(face, code);
  }
  return 0;
}

bool FontProgram::has_cids() const { return state_->keyed(); }

const std::map<std::uint32_t, std::uint32_t>& FontProgram::cids() const {
  state_->read_cids();
  return state_->cids;
}

}  // namespace casewright
