#pragma once

#include <string_view>

namespace casewright {

/// True where the words stand in the text, not as a part of a longer word at their beginning; a word that ends in ~ may
/// go on ("review~" is review, reviews, reviewed). Both are in small letters.
bool holds_words(std::string_view text, std::string_view words);

}  // namespace casewright
