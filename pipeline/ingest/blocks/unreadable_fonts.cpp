#include "ingest/blocks/unreadable_fonts.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "base/text.h"

namespace casewright {

bool shows_no_letters(std::string_view font) {
  static constexpr std::string_view begun[] = {"wingdings", "webdings", "marlett", "zapfdingbats", "itczapfdingbats", "redacted", "flowblock", "flowcircular", "flowrounded", "blokk", "adobeblank", "librebarcode", "barcode", "code39", "code128", "free3of9", "idautomation"};
  std::string plain;
  for (const char c : font)
    if (is_word(c)) plain += c;
  plain = ascii_lower(plain);
  return std::any_of(std::begin(begun), std::end(begun), [&plain](std::string_view each) { return plain.starts_with(each); });
}

bool draws_signs(std::string_view font) {
  static constexpr std::string_view signs[] = {"symbol", "dings", "dingbat", "icon", "awesome", "mt extra", "mtextra"};
  const std::string name = ascii_lower(font);
  return name.empty() || shows_no_letters(font) || std::any_of(std::begin(signs), std::end(signs), [&name](std::string_view each) { return name.find(each) != std::string::npos; });
}

char32_t letter_of_code(char32_t code, std::string_view font) {
  const char32_t plain = code >= 0xF000 ? code - 0xF000 : code;
  return plain >= 0x20 && plain < 0x7F && !draws_signs(font) ? plain : 0;
}

bool is_unreadable(std::string_view font, std::string_view words) {
  constexpr int shortest = 4;
  if (font.empty() || !shows_no_letters(font)) return false;
  int run = 0;
  return std::any_of(words.begin(), words.end(), [&run](char c) { return (run = is_letter(c) ? run + 1 : 0) >= shortest; });
}

}  // namespace casewright
