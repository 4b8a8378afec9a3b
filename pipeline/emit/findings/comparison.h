#pragma once

#include <string>
#include <vector>

#include "emit/findings/findings.h"

namespace casewright {

/// Which findings are new in a later draft, which have gone, and which stand in both.
struct Comparison {
  std::vector<std::size_t> fresh;                              ///< indices in the later draft's findings
  std::vector<std::size_t> gone;                               ///< in the earlier one's
  std::vector<std::pair<std::size_t, std::size_t>> unchanged;  ///< earlier, later
};

/// Pairs findings of the same rule on the same words: first where the whole sentence is the same, then by the words
/// alone. Where a finding is about the report as a whole, the rule decides. Place does not count: text moves.
Comparison compare_findings(const Checked& earlier, const Checked& later);

/// The comparison as lines: what is new, what has gone, how many stand in both, and both verdicts.
std::string write_comparison_text(const Checked& earlier, const Checked& later, const FindingsView& view);
/// The same as JSON: {"tool","version","old","new","counts":{"new","gone","unchanged"},"new_findings","gone_findings","unchanged_findings"}.
std::string write_comparison_json(const Checked& earlier, const Checked& later, const FindingsView& view);

}  // namespace casewright
