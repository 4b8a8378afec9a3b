#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// A pattern of Vale as our engine reads it: its groups take nothing, because our finding would point at the first, and
/// blanks at its ends count. One that refers back to a group keeps its groups.
std::string pattern_of_vale(std::string_view pattern);

/// The pattern between word boundaries where Vale puts them there.
std::string between_boundaries(const std::string& pattern, bool whole_words);

/// True where a text is plain words and no pattern.
bool plain_words(std::string_view text);

}  // namespace casewright
