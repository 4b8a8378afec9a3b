#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// The words of `text`: what white space (ASCII and no-break) parts.
std::vector<std::string> words_between_spaces(std::string_view text);
/// How many words of that sort `text` has.
std::size_t count_words_between_spaces(std::string_view text);
/// "1 page", "3 pages".
std::string counted(std::size_t count, std::string_view one, std::string_view many);

}  // namespace casewright
