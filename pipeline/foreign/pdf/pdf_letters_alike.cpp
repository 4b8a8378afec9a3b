#include "foreign/pdf/pdf_letters_alike.h"

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include <ft2build.h>
#include FT_FREETYPE_H

#include <poppler/XRef.h>

#include "foreign/pdf/pdf_characters.h"

namespace casewright::pdf {
namespace {

constexpr int fewest_letters = 6;  // an I, an l, a dash, a stop and a bar are blocks in any plain type
constexpr int most_letters = 400;
constexpr int most_corners = 16;
constexpr int largest_program = 40'000;  // bytes as packed: blocks take little room

/// The commands that draw a letter of a Type 3 font, without the numbers and without its width; nothing where there are many.
std::optional<std::string> build_of(Object& letter) {
  std::array<unsigned char, 1024> bytes;
  letter.streamReset();
  const int read = std::max(0, letter.getStream()->doGetChars(static_cast<int>(bytes.size()), bytes.data()));
  letter.streamClose();
  if (read == static_cast<int>(bytes.size())) return std::nullopt;
  std::string build, word;
  for (int at = 0; at <= read; ++at) {
    const char c = at < read ? static_cast<char>(bytes[static_cast<std::size_t>(at)]) : ' ';
    if (is_regular(c)) {
      word += c;
      continue;
    }
    const bool command = !word.empty() && ((word[0] >= 'a' && word[0] <= 'z') || (word[0] >= 'A' && word[0] <= 'Z'));
    if (command && word != "d0" && word != "d1") build += word + " ";
    word.clear();
  }
  return build;
}

/// True for commands that draw one closed figure of straight lines or curves and nothing else.
bool is_block(std::string_view build) {
  int figures = 0, corners = 0;
  for (std::size_t at = 0; at < build.size();) {
    const std::string_view command = build.substr(at, build.find(' ', at) - at);
    at += command.size() + 1;
    if (command == "re" || command == "m") ++figures;
    else if (command == "l" || command == "c" || command == "v" || command == "y") ++corners;
    else if (command != "h" && command != "f" && command != "F" && command != "f*" && command != "q" && command != "Q" && command != "cm" && command != "g" && command != "rg" && command != "k" && command != "b" && command != "B") return false;
  }
  return figures == 1 && corners < most_corners;
}

bool draws_commands_alike(const GfxFont& font) {
  Dict* letters = const_cast<Gfx8BitFont&>(static_cast<const Gfx8BitFont&>(font)).getCharProcs();
  if (letters == nullptr || letters->getLength() > most_letters) return false;
  std::string first;
  int drawn = 0;
  for (int i = 0; i < letters->getLength(); ++i) {
    Object letter = letters->getVal(i);
    const std::optional<std::string> build = letter.isStream() ? build_of(letter) : std::nullopt;
    if (!build) return false;
    if (build->empty()) continue;
    if (drawn++ == 0) first = *build;
    if (*build != first || !is_block(*build)) return false;
  }
  return drawn >= fewest_letters;
}

struct CloseFace {
  void operator()(FT_Face face) const { FT_Done_Face(face); }
};

FT_Library library() {
  static const FT_Library opened = [] {
    FT_Library made = nullptr;
    return FT_Init_FreeType(&made) == 0 ? made : nullptr;
  }();
  return opened;
}

/// How a glyph's one outline is built: the kind of each of its points; nothing for a glyph of several outlines or many points.
std::optional<std::vector<unsigned char>> build_of(FT_Face face, FT_UInt glyph) {
  if (FT_Load_Glyph(face, glyph, FT_LOAD_NO_SCALE | FT_LOAD_NO_HINTING) != 0 || face->glyph->format != FT_GLYPH_FORMAT_OUTLINE) return std::nullopt;
  const FT_Outline& outline = face->glyph->outline;
  if (outline.n_contours > 1 || outline.n_points > most_corners) return std::nullopt;
  std::vector<unsigned char> build;
  for (int at = 0; at < outline.n_points; ++at) build.push_back(static_cast<unsigned char>(outline.tags[at]) & 3);
  return build;
}

bool draws_outlines_alike(const GfxFont& font, XRef& table) {
  Ref held;
  if (!font.getEmbeddedFontID(&held)) return false;
  const Object stream = table.fetch(held);
  if (!stream.isStream()) return false;
  const Object length = stream.streamGetDict()->lookup("Length");
  if (!length.isInt() || length.getInt() > largest_program || library() == nullptr) return false;
  const auto bytes = const_cast<GfxFont&>(font).readEmbFontFile(&table);
  FT_Face opened = nullptr;
  if (!bytes || FT_New_Memory_Face(library(), bytes->data(), static_cast<FT_Long>(bytes->size()), 0, &opened) != 0) return false;
  const std::unique_ptr<FT_FaceRec_, CloseFace> face(opened);
  std::vector<unsigned char> first;
  int drawn = 0;
  // Glyph 0 is the one for what is missing: a box in most fonts.
  for (FT_Long glyph = 1; glyph < face->num_glyphs && drawn < most_letters; ++glyph) {
    const auto build = build_of(face.get(), static_cast<FT_UInt>(glyph));
    if (!build) return false;
    if (build->empty()) continue;
    if (drawn++ == 0) first = *build;
    if (*build != first) return false;
  }
  return drawn >= fewest_letters;
}

}  // namespace

bool draws_letters_alike(const GfxFont& font, XRef& table) {
  return font.getType() == fontType3 ? draws_commands_alike(font) : draws_outlines_alike(font, table);
}

}  // namespace casewright::pdf
