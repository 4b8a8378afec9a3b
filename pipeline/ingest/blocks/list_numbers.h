#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace casewright {

/// How a list counts.
enum class CountStyle : std::uint8_t { decimal, decimal_zero, upper_roman, lower_roman, upper_letter, lower_letter, ordinal, cardinal_words, ordinal_words, bullet, none };

/// The number as that style writes it: 4 is "4", "04", "IV", "iv", "D", "d", "4th", "Four" or "Fourth".
std::string count_text(CountStyle style, std::uint32_t number);

/// A bullet as plain text: the private characters of symbol fonts become the signs they show.
std::string bullet_text(std::string_view shown);

/// The sign that a symbol font shows at that code ("F0FC" a tick), U+FFFD where it is not known.
std::string symbol_text(std::string_view code, std::string_view font);

}  // namespace casewright
