#pragma once

namespace casewright {

// What a byte of text is. Other letters than ASCII's are no letters here; a byte of one counts as part of a word.

constexpr bool is_digit(char c) { return c >= '0' && c <= '9'; }
constexpr bool is_small(char c) { return c >= 'a' && c <= 'z'; }
constexpr bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
constexpr bool is_letter(char c) { return is_small(c) || is_capital(c); }
/// The capital of a small letter; anything else as it stands.
constexpr char to_capital(char c) { return is_small(c) ? static_cast<char>(c - 'a' + 'A') : c; }
/// A letter, or a byte of a letter or sign that ASCII lacks.
constexpr bool is_letter_byte(char c) { return is_letter(c) || static_cast<unsigned char>(c) >= 0x80; }
constexpr bool is_space(char c) { return c == ' ' || (c >= '\t' && c <= '\r'); }
constexpr bool is_word(char c) { return is_digit(c) || is_letter_byte(c); }

}  // namespace casewright
