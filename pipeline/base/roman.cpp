#include "base/roman.h"

#include <string_view>
#include <utility>

namespace casewright {

std::string roman(std::int64_t number) {
  static constexpr std::pair<int, std::string_view> steps[] = {{1000, "m"}, {900, "cm"}, {500, "d"}, {400, "cd"}, {100, "c"}, {90, "xc"}, {50, "l"},
                                                               {40, "xl"},  {10, "x"},   {9, "ix"},  {5, "v"},    {4, "iv"},  {1, "i"}};
  if (number < 1 || number > 3999) return std::to_string(number);
  std::string written;
  for (const auto& [value, letters] : steps)
    for (; number >= value; number -= value) written += letters;
  return written;
}

}  // namespace casewright
