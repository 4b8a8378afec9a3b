#include "base/words.h"

#include "base/letters.h"
#include "base/text.h"

namespace casewright {

std::vector<std::string> words_between_spaces(std::string_view text) {
  const std::string folded = fold_space(text);
  if (folded.empty()) return {};
  const auto parts = split(folded, ' ');
  return {parts.begin(), parts.end()};
}

std::size_t count_words_between_spaces(std::string_view text) {
  std::size_t count = 0;
  bool inside = false;
  for (std::size_t at = 0; at < text.size(); ++at) {
    const bool hard = text[at] == '\xC2' && at + 1 < text.size() && text[at + 1] == '\xA0';  // a no-break space
    const bool space = hard || is_space(text[at]);
    count += !space && !inside;
    inside = !space;
    at += hard;
  }
  return count;
}

std::string counted(std::size_t count, std::string_view one, std::string_view many) {
  return std::to_string(count) + " " + std::string(count == 1 ? one : many);
}

}  // namespace casewright
