#include "foreign/pdf/pdf_letters_shown.h"

#include <poppler/GfxFont.h>
#include <poppler/GlobalParams.h>

namespace casewright::pdf {
namespace {

bool is_plain_letter(char32_t c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

/// The letter that a code reads as; 0 where it reads as none, or as several.
char32_t read_as(const GfxFont& font, int at) {
  const char byte = static_cast<char>(at);
  CharCode code = 0;
  const Unicode* said = nullptr;
  int count = 0;
  double dx, dy, x, y;
  font.getNextChar(&byte, 1, &code, &said, &count, &dx, &dy, &x, &y);
  return count == 1 && said != nullptr ? static_cast<char32_t>(*said) : 0;
}

char32_t small_of(char32_t c) { return c >= 'A' && c <= 'Z' ? c + 32 : c; }

}  // namespace

std::unique_ptr<LettersShown> letters_shown(const GfxFont& font) {
  constexpr int least_other = 3;
  Ref held;
  // The names of letters that the file brings with it may be anything; a reader's own fonts go by them.
  if (font.isCIDFont() || font.getType() == fontType3 || !font.hasToUnicodeCMap() || font.getEmbeddedFontID(&held)) return nullptr;
  const auto& simple = static_cast<const Gfx8BitFont&>(font);
  auto shown = std::make_unique<LettersShown>();
  shown->fill(0);
  int other = 0;
  for (int code = 0; code < 256; ++code) {
    const char* name = simple.getCharName(code);
    if (name == nullptr) continue;
    const auto drawn = static_cast<char32_t>(globalParams->mapNameToUnicodeText(name)), read = read_as(font, code);
    (*shown)[static_cast<std::size_t>(code)] = drawn;
    other += is_plain_letter(drawn) && is_plain_letter(read) && small_of(drawn) != small_of(read);
  }
  if (other < least_other) return nullptr;
  return shown;
}

}  // namespace casewright::pdf
