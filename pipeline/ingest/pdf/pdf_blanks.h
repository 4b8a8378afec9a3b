#pragma once

namespace casewright {

/// True for a character of a page that parts words: a space of any width, or a control character.
constexpr bool is_blank(char32_t c) {
  return c <= U' ' || c == U'\xA0' || (c >= U'\x2000' && c <= U'\x200A') || c == U'\x202F' || c == U'\x3000';
}
/// True for a character that leaves no mark on a page: a blank, a soft hyphen, or a sign that only steers the setting.
constexpr bool shows_nothing(char32_t c) { return is_blank(c) || (c >= U'\x200B' && c <= U'\x200F') || c == U'\xAD'; }
/// True for a letter or a digit, as far as a place in the tables of Unicode tells.
constexpr bool is_word_character(char32_t c) {
  return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c >= 0xC0;
}

}  // namespace casewright
