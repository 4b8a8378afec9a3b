#include "base/words.h"

#include <algorithm>

#include "base/text.h"

namespace casewright {

std::vector<std::string> words_between_spaces(std::string_view text) {
  const std::string folded = fold_space(text);
  if (folded.empty()) return {};
  const auto parts = split(folded, ' ');
  return {parts.begin(), parts.end()};
}

std::size_t count_words_between_spaces(std::string_view text) {
  const std::string folded = fold_space(text);
  return folded.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace casewright
