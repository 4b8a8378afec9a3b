#include "ingest/values/when_tokens.h"

#include <algorithm>
#include <array>
#include <charconv>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

/// Typographic marks as what a keyboard has: dashes, quotation marks, the spaces of typesetters.
char plain_mark(char32_t mark) {
  if (mark >= 0x2010 && mark <= 0x2015) return '-';
  if (mark == 0x2212) return '-';
  if (mark == 0x2018 || mark == 0x2019 || mark == 0x02BC) return '\'';
  if (mark == 0x201C || mark == 0x201D) return '"';
  if (mark == 0x00A0 || (mark >= 0x2000 && mark <= 0x200B) || mark == 0x202F || mark == 0xFEFF) return ' ';
  if (mark == 0x2044) return '/';
  return 0;
}

std::string plain_text(std::string_view cell) {
  std::string plain;
  for (std::size_t at = 0; at < cell.size();) {
    const CodePoint next = code_point_at(cell, at);
    const char mark = next.value < 0x80 ? static_cast<char>(next.value) : plain_mark(next.value);
    if (mark != 0) plain += mark;
    else plain += cell.substr(at, next.bytes);
    at += next.bytes;
  }
  return plain;
}

}  // namespace

std::vector<WhenToken> when_tokens(std::string_view cell) {
  const std::string text = ascii_lower(plain_text(cell));
  std::vector<WhenToken> tokens;
  bool glued = false;
  for (std::size_t at = 0; at < text.size();) {
    if (is_space(text[at])) {
      glued = false;
      ++at;
      continue;
    }
    std::size_t end = at + 1;
    WhenToken token;
    token.glued = glued;
    if (is_digit(text[at])) {
      while (end < text.size() && is_digit(text[end])) ++end;
      token.kind = WhenToken::Kind::number;
      if (end - at <= 8) std::from_chars(text.data() + at, text.data() + end, token.value);
    } else if (is_letter_byte(text[at])) {
      while (end < text.size() && is_letter_byte(text[end])) ++end;
      token.kind = WhenToken::Kind::word;
    }
    token.text = text.substr(at, end - at);
    tokens.push_back(std::move(token));
    glued = true;
    at = end;
  }
  return tokens;
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  if (among({"tues", "weds", "thur", "thurs"}, word)) return true;
  return std::any_of(days.begin(), days.end(),
                     [word](std::string_view day) { return word == day || (word.size() == 3 && day.starts_with(word)); });
}

bool is_ordinal_end(std::string_view word) { return among({"st", "nd", "rd", "th"}, word); }

}  // namespace casewright
