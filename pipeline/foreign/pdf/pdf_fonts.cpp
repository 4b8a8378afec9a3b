#include "foreign/pdf/pdf_fonts.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "foreign/pdf/pdf_characters.h"
#include "foreign/pdf/pdf_letters_alike.h"

namespace casewright::pdf {
namespace {

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

}  // namespace

std::uint32_t FontList::of(const GfxFont* font) {
  if (font == nullptr) {
    if (fonts_.empty()) fonts_.emplace_back();
    return 0;
  }
  const long key = static_cast<long>(font->getID()->num) << 16 ^ font->getID()->gen;
  const auto [known, fresh] = known_.try_emplace(key, static_cast<std::uint32_t>(fonts_.size()));
  if (fresh) {
    if (auto shown = letters_shown(*font)) shown_.emplace(known->second, std::move(shown));
    fonts_.push_back(describe(*font));
    fonts_.back().alike = table_ != nullptr && draws_letters_alike(*font, *table_);
  }
  return known->second;
}

}  // namespace casewright::pdf
