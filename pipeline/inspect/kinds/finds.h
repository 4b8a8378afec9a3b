#pragma once

#include <vector>

#include "inspect/kinds.h"

namespace casewright {

/// What a rule looks for by words, by patterns or both: its elements `find`, `match`, `except` and `except-match`.
class Finds {
 public:
  Finds() = default;
  /// Reads the elements; `find` and `match` may have other names.
  Finds(const Record& body, Preparation& preparation, std::string_view find = "find", std::string_view match = "match");

  /// Where they stand in what the rule reads, in order and without overlaps. Where a pattern has a group, the
  /// place is that of the group.
  std::vector<Span> places(const Seen& seen, const Rule& rule) const;
  bool empty() const { return phrases_.empty() && patterns_.empty(); }

 private:
  std::vector<std::uint32_t> phrases_, except_;
  std::vector<regex::Pattern> patterns_, except_patterns_;
  std::vector<GatedPattern> around_;
};

/// True where a match of one of the patterns holds the span and more.
bool stands_inside(const Seen& seen, const std::vector<GatedPattern>& patterns, Span span);

/// The words as a message may show them: those that a pattern found may be somebody's name, so with a capital inside
/// they are "these words".
std::string shown_words(std::string_view found);

/// Calls `visit(Match)` for each match of the pattern in the span, places counted from the start of the Prose.
template <class Visit>
void each_match(const Prose& prose, Span where, const regex::Pattern& pattern, Visit visit) {
  const std::string_view text = prose.view(where);
  std::uint32_t from = 0;
  while (from <= text.size()) {
    auto match = pattern.find(text, from);
    if (!match) return;
    from = std::max(match->whole.end, match->whole.begin + 1);
    const auto moved = [&](Span span) { return Span{span.begin + where.begin, span.end + where.begin}; };
    visit(regex::Match{moved(match->whole), match->first.empty() ? Span{} : moved(match->first)});
  }
}

}  // namespace casewright
