#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// What any text holds that a regular expression matches: of each of these sets one word at least, in small letters and with
/// every digit written as 0, as NeedTable takes them. Promises nothing where the expression says something that it does not follow.
/// No set holds more than `most` words.
std::vector<std::vector<std::string>> words_needed(std::string_view pattern, std::size_t most = 48);

}  // namespace casewright
