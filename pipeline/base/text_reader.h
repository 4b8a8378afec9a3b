#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

#include "base/letters.h"

// What finding dates, times and ages in running text share; ASCII suffices, other letters count as parts of words.
namespace casewright {

/// A place in a text that reads forward and can be set back.
struct TextReader {
  std::string_view text;
  std::size_t at = 0;

  char peek(std::size_t ahead = 0) const { return at + ahead < text.size() ? text[at + ahead] : '\0'; }
  bool take(char c) {
    if (peek() != c) return false;
    ++at;
    return true;
  }
  bool spaces() {
    const std::size_t from = at;
    while (is_space(peek()) || text.substr(at, 2) == "\xC2\xA0") at += is_space(peek()) ? 1 : 2;
    return at > from;
  }
  /// A number of `least` to `most` digits with no further digit behind, or -1.
  int number(std::size_t least, std::size_t most) {
    std::size_t end = at;
    int value = 0;
    while (end < text.size() && is_digit(text[end]) && end - at <= most) value = value * 10 + (text[end++] - '0');
    if (end - at < least || end - at > most) return -1;
    at = end;
    return value;
  }
  std::string_view word() const {
    std::size_t end = at;
    while (end < text.size() && is_letter(text[end])) ++end;
    return text.substr(at, end - at);
  }
};

inline bool has_digit(std::string_view text) { return std::any_of(text.begin(), text.end(), is_digit); }

/// True for the dashes and quotation marks of Unicode, but not for an apostrophe.
inline bool is_mark(std::string_view sign) { return sign.size() > 2 && sign[0] == '\xE2' && sign[1] == '\x80' && sign[2] != '\x99'; }

/// True where a word may begin: the sign before `at` is none of a word's.
inline bool starts_word(std::string_view text, std::size_t at) { return at == 0 || !is_word(text[at - 1]) || (at > 2 && text[at - 3] == '\xE2' && is_mark(text.substr(at - 3, 3))); }

/// True where a word or number goes on at `at`.
inline bool word_goes_on(std::string_view text, std::size_t at) { return at < text.size() && is_word(text[at]) && (text[at] != '\xE2' || !is_mark(text.substr(at, 3))); }

/// The first three letters in small, as one number: most words are no month and no weekday by these alone.
constexpr std::uint32_t head_of(std::string_view word) {
  std::uint32_t head = 0;
  for (std::size_t i = 0; i < 3; ++i) head = head << 8 | static_cast<unsigned char>(word[i] | 0x20);
  return head;
}

}  // namespace casewright
