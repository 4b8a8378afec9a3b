#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casewright {

/// What the numbers from 0 to 19 are called, in small letters.
inline constexpr std::array<std::string_view, 20> number_names{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
                                                               "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
/// The tens from 20 to 90.
inline constexpr std::array<std::string_view, 8> ten_names{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};
/// The places from the first to the nineteenth.
inline constexpr std::array<std::string_view, 19> ordinal_names{"first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
                                                                "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "seventeenth", "eighteenth", "nineteenth"};

/// The number that a word or digits give: "7", "seven", "twenty-one"; nothing for any other word. In small letters.
std::optional<int> number_of_words(std::string_view word);

/// The place that a word in small letters gives: 3 of "third", 30 of "thirtieth"; 0 for any other word and beyond the nineteenth where it is no full ten.
int place_of_word(std::string_view word);

/// The number in words with small letters: "four", "twenty-one"; in digits from 100 on.
std::string number_in_words(std::uint32_t number);
/// The place in words: "fourth", "twenty-first"; "121st" from 100 on.
std::string place_in_words(std::uint32_t number);
/// The place in digits: "4th", "21st", "112th".
std::string place_in_digits(std::uint32_t number);

}  // namespace casewright
