#include "base/number_words.h"

#include <algorithm>
#include <charconv>

namespace casewright {
namespace {

constexpr std::uint32_t first_in_digits = 100;  ///< from here on words are longer than anybody writes

/// "twentieth" of "twenty".
std::string place_of_ten(std::string_view ten) { return std::string(ten.substr(0, ten.size() - 1)) + "ieth"; }

}  // namespace

std::optional<int> number_of_words(std::string_view word) {
  int number = 0;
  if (const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number); error == std::errc() && end == word.data() + word.size())
    return number;
  if (const auto found = std::find(number_names.begin(), number_names.end(), word); found != number_names.end()) return static_cast<int>(found - number_names.begin());
  for (std::size_t at = 0; at < ten_names.size(); ++at) {
    if (!word.starts_with(ten_names[at])) continue;
    const int ten = static_cast<int>(at + 2) * 10;
    const std::string_view rest = word.substr(ten_names[at].size());
    if (rest.empty()) return ten;
    const auto unit = std::find(number_names.begin() + 1, number_names.begin() + 10, rest.substr(1));
    if (rest.front() == '-' && unit != number_names.begin() + 10) return ten + static_cast<int>(unit - number_names.begin());
  }
  return std::nullopt;
}

int place_of_word(std::string_view word) {
  const auto known = std::find(ordinal_names.begin(), ordinal_names.end(), word);
  if (known != ordinal_names.end()) return static_cast<int>(known - ordinal_names.begin()) + 1;
  for (std::size_t at = 0; at < ten_names.size(); ++at)
    if (word == place_of_ten(ten_names[at])) return static_cast<int>(at + 2) * 10;
  return 0;
}

std::string number_in_words(std::uint32_t number) {
  if (number >= first_in_digits) return std::to_string(number);
  if (number < number_names.size()) return std::string(number_names[number]);
  const std::string ten(ten_names[number / 10 - 2]);
  return number % 10 == 0 ? ten : ten + "-" + std::string(number_names[number % 10]);
}

std::string place_in_words(std::uint32_t number) {
  if (number == 0) return "zeroth";
  if (number >= first_in_digits) return place_in_digits(number);
  if (number <= ordinal_names.size()) return std::string(ordinal_names[number - 1]);
  const std::string_view ten = ten_names[number / 10 - 2];
  return number % 10 == 0 ? place_of_ten(ten) : std::string(ten) + "-" + std::string(ordinal_names[number % 10 - 1]);
}

std::string place_in_digits(std::uint32_t number) {
  const std::uint32_t tens = number % 100, ones = number % 10;
  const char* ending = tens >= 11 && tens <= 13 ? "th" : ones == 1 ? "st" : ones == 2 ? "nd" : ones == 3 ? "rd" : "th";
  return std::to_string(number) + ending;
}

}  // namespace casewright
