#include "language/council_areas.h"

#include <algorithm>
#include <string>
#include <string_view>
#include <unordered_map>

#include "base/text.h"
#include "language/known_words.h"

namespace casewright {
namespace data {
extern const std::string_view council_areas;
}  // namespace data
namespace {

using Area = std::vector<std::string>;

/// The areas by each of their words, in small letters.
const std::unordered_map<std::string, std::vector<Area>>& areas() {
  static const auto all = [] {
    std::unordered_map<std::string, std::vector<Area>> by_word;
    for (const std::string_view line : split(data::council_areas, '\n')) {
      if (line.empty() || line[0] == '#') continue;
      Area area;
      for (const std::string_view word : split(line, ' ')) area.push_back(ascii_lower(word));
      for (std::size_t at = 0; at < area.size(); ++at)
        if (std::find(area.begin(), area.begin() + static_cast<std::ptrdiff_t>(at), area[at]) == area.begin() + static_cast<std::ptrdiff_t>(at))
          by_word[area[at]].push_back(area);
    }
    return by_word;
  }();
  return all;
}

bool joins(std::string_view word) {
  return word == "and" || word == "of" || word == "upon" || word == "with" || word == "the" || word == "on";
}

std::string_view folded(const SeenToken& token) { return token.word->folded == "&" ? "and" : std::string_view(token.word->folded); }

bool stands_at(const Area& area, const std::vector<SeenToken>& tokens, std::size_t from) {
  if (from + area.size() > tokens.size()) return false;
  for (std::size_t i = 0; i < area.size(); ++i)
    if (folded(tokens[from + i]) != area[i] || (!joins(area[i]) && !tokens[from + i].capital())) return false;
  return true;
}

}  // namespace

bool stands_in_council_area(const std::vector<SeenToken>& tokens, std::size_t at) {
  const auto known = areas().find(tokens[at].word->folded);
  if (known == areas().end()) return false;
  return std::any_of(known->second.begin(), known->second.end(), [&](const Area& area) {
    for (std::size_t word = 0; word < area.size(); ++word)
      if (area[word] == tokens[at].word->folded && word <= at && stands_at(area, tokens, at - word)) return true;
    return false;
  });
}

}  // namespace casewright
