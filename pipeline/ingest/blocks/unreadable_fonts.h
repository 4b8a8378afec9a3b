#pragma once

#include <string_view>

namespace casewright {

/// True for a font of that name in which nobody can read words: pictures in place of letters (Wingdings), blocks (Redacted), bars.
bool shows_no_letters(std::string_view font);
/// True for a font whose signs stand for no letters: one of the above, or of symbols and icons.
bool draws_signs(std::string_view font);
/// The letter, digit, mark or space that a private code of the old kind (U+F041) or its number alone (U+0041) shows in a font that is not of
/// signs; 0 where it is none.
char32_t letter_of_code(char32_t code, std::string_view font);
/// True where words are set in such a font; one letter or three are a tick, an arrow or a smiling face.
bool is_unreadable(std::string_view font, std::string_view words);

}  // namespace casewright
