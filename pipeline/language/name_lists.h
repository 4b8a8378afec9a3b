#pragma once

#include <cstdint>
#include <string_view>

#include "language/word_filter.h"

namespace casewright {

/// Words that stand in lists of names, folded. A word is often in more than one ("Kelly", "Kent"), and a list proves
/// nothing: the tagger learns what being listed is worth in a place.
struct NameLists {
  WordFilter given, family, places;

  /// A bit for each list that holds the word: 1 given names, 2 family names, 4 words of places. One with hyphens counts
  /// by its first part and by its last, "Wen-Jie" and "Adeyemi-Clarke".
  std::uint64_t holding(std::string_view folded) const;
};

}  // namespace casewright
