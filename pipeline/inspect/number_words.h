#pragma once

#include <optional>
#include <string_view>

namespace casewright {

/// The number that a word or digits give: "7", "seven", "twenty-one"; nothing for any other word. In small letters.
std::optional<int> number_of_words(std::string_view word);

}  // namespace casewright
