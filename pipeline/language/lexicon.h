#pragma once

#include <string>
#include <unordered_map>
#include <unordered_set>

namespace casewright {

/// The word lists that reading English needs; a text alone does not tell what they hold.
struct Lexicon {
  std::unordered_set<std::string> participles;     ///< past participles that do not end in -ed
  std::unordered_set<std::string> states;          ///< participles that after "be" mostly say how somebody is
  std::unordered_map<std::string, int> syllables;  ///< words that the counter would get wrong
  std::unordered_set<std::string> familiar;        ///< the words that Dale-Chall calls easy
};

}  // namespace casewright
