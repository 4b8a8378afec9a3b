#include "inspect/number_words.h"

#include <algorithm>
#include <array>
#include <charconv>

namespace casewright {
namespace {

constexpr std::array<std::string_view, 20> small{"zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven",
                                                 "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen"};
constexpr std::array<std::string_view, 8> tens{"twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"};

}  // namespace

std::optional<int> number_of_words(std::string_view word) {
  int number = 0;
  if (const auto [end, error] = std::from_chars(word.data(), word.data() + word.size(), number); error == std::errc() && end == word.data() + word.size())
    return number;
  if (const auto found = std::find(small.begin(), small.end(), word); found != small.end()) return static_cast<int>(found - small.begin());
  for (std::size_t at = 0; at < tens.size(); ++at) {
    if (!word.starts_with(tens[at])) continue;
    const int ten = static_cast<int>(at + 2) * 10;
    const std::string_view rest = word.substr(tens[at].size());
    if (rest.empty()) return ten;
    const auto unit = std::find(small.begin() + 1, small.begin() + 10, rest.substr(1));
    if (rest.front() == '-' && unit != small.begin() + 10) return ten + static_cast<int>(unit - small.begin());
  }
  return std::nullopt;
}

}  // namespace casewright
