#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "foreign/regex.h"
#include "inspect/patterns/need_alphabet.h"

namespace casewright {

/// What any text holds that a regular expression matches, in the signs of that alphabet: of each of these sets one row of signs at
/// least. Promises nothing where the expression says something that it does not follow. No set holds more than `most`.
std::vector<std::vector<std::string>> signs_needed(std::string_view pattern, regex::Reading reading, NeedAlphabet alphabet, std::size_t most = 48);

}  // namespace casewright
