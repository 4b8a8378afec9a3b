#pragma once

#include <algorithm>
#include <limits>
#include <string>
#include <string_view>
#include <vector>

#include "model/finding.h"

namespace casewright {

/// What a person is told of a rule, whoever tells it: the findings' formats, the reference, `rules explain`.
struct RuleCard {
  std::string id;          ///< "family/name"
  std::string kind;        ///< "phrase", "measure" ...
  std::string does;        ///< one sentence on what that kind looks for
  Level level = Level::advise;
  std::string message, why, source, suggestion;
  std::string bad, good;   ///< what it reports and what it accepts
  std::string in_word;     ///< how to mend it in Word
  std::vector<std::string> regimes;  ///< empty: all
  std::string file;
  std::string measure;     ///< of a rule that sets a limit on a measure: its name in rules
  double over = std::numeric_limits<double>::infinity();    ///< reported above this
  double under = -std::numeric_limits<double>::infinity();  ///< reported below this

  std::string_view family() const { return std::string_view(id).substr(0, id.find('/')); }
};

/// The card of that rule among cards ordered by id, or null.
inline const RuleCard* card_of(const std::vector<RuleCard>& cards, std::string_view id) {
  const auto at = std::lower_bound(cards.begin(), cards.end(), id,
                                   [](const RuleCard& card, std::string_view key) { return card.id < key; });
  return at != cards.end() && at->id == id ? &*at : nullptr;
}

}  // namespace casewright
