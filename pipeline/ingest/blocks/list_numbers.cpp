#include "ingest/blocks/list_numbers.h"

#include <array>
#include <charconv>
#include <utility>

#include "base/letters.h"
#include "base/number_words.h"
#include "base/roman.h"
#include "base/text.h"
#include "ingest/blocks/unreadable_fonts.h"

namespace casewright {
namespace {

/// a to z, then aa to zz, then aaa: the letter is repeated.
std::string letters(std::uint32_t number, char first) {
  if (number == 0 || number > 26 * 40) return std::to_string(number);
  return std::string((number - 1) / 26 + 1, static_cast<char>(first + (number - 1) % 26));
}

std::string in_big_letters(std::string text) {
  for (char& c : text) c = to_capital(c);
  return text;
}

std::string with_capital(std::string words) {
  words[0] = to_capital(words[0]);
  return words;
}

/// Signs of the Symbol and Wingdings fonts, by the low byte of their private character.
std::string_view sign_of(std::uint32_t code) {
  switch (code & 0xFF) {
    case 0xB7: return "\xE2\x80\xA2";
    case 0xA7: return "\xE2\x96\xAA";
    case 0x6C: return "\xE2\x97\x8F";
    case 0x6E: return "\xE2\x96\xA0";
    case 0x71:
    case 0x6F:
    case 0xA8: return "\xE2\x98\x90";
    case 0x76: return "\xE2\x9D\x96";
    case 0xD8: return "\xE2\x9E\xA2";
    case 0xE0:
    case 0xE8: return "\xE2\x86\x92";
    case 0xFB: return "\xE2\x9C\x97";
    case 0xFC: return "\xE2\x9C\x93";
    case 0xFD:
    case 0x78: return "\xE2\x98\x92";
    case 0xFE: return "\xE2\x98\x91";
    case 0x2D: return "\xE2\x80\x93";
    default: return {};
  }
}

}  // namespace

std::string count_text(CountStyle style, std::uint32_t number) {
  switch (style) {
    case CountStyle::decimal: return std::to_string(number);
    case CountStyle::decimal_zero: return (number < 10 ? "0" : "") + std::to_string(number);
    case CountStyle::upper_roman: return in_big_letters(roman(number));
    case CountStyle::lower_roman: return roman(number);
    case CountStyle::upper_letter: return letters(number, 'A');
    case CountStyle::lower_letter: return letters(number, 'a');
    case CountStyle::ordinal: return place_in_digits(number);
    case CountStyle::cardinal_words: return with_capital(number_in_words(number));
    case CountStyle::ordinal_words: return with_capital(place_in_words(number));
    case CountStyle::bullet:
    case CountStyle::none: return {};
  }
  return {};
}

std::string bullet_text(std::string_view shown) {
  std::string text;
  for (std::size_t at = 0; at < shown.size();) {
    const CodePoint each = code_point_at(shown, at);
    if (each.value >= 0xF000 && each.value <= 0xF0FF) {
      const std::string_view sign = sign_of(static_cast<std::uint32_t>(each.value));
      text += sign.empty() ? "\xE2\x80\xA2" : sign;
    } else {
      text += shown.substr(at, each.bytes);
    }
    at += each.bytes;
  }
  return text.empty() ? "\xE2\x80\xA2" : text;
}

std::string symbol_text(std::string_view code, std::string_view font) {
  std::uint32_t number = 0;
  const auto [end, error] = std::from_chars(code.data(), code.data() + code.size(), number, 16);
  if (error != std::errc() || end != code.data() + code.size()) return "\xEF\xBF\xBD";
  if (const char32_t letter = letter_of_code(number, font); letter != 0) return std::string(1, static_cast<char>(letter));
  const bool is_private = number < 0x20 || (number >= 0xF000 && number <= 0xF0FF);
  const std::string_view sign = sign_of(number);
  if (is_private || number <= 0xFF) return std::string(sign.empty() ? "\xEF\xBF\xBD" : sign);
  std::string text;
  append_utf8(text, static_cast<char32_t>(number > 0x10FFFF ? 0xFFFD : number));
  return text;
}

}  // namespace casewright
