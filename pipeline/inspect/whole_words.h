#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"

namespace casewright {

/// True where the words stand in the text, not as a part of a longer word at their beginning; a word that ends in ~ may
/// go on ("review~" is review, reviews, reviewed). Both are in small letters.
bool holds_words(std::string_view text, std::string_view words);
/// What the child elements of that name say, in small letters.
std::vector<std::string> small_words(const Record& body, std::string_view element);

}  // namespace casewright
