#pragma once

#include <string>

#include "emit/findings/findings.h"

namespace casewright {

/// How one report reads: each measure that a rule sets a limit on as a bar with the target drawn in, how long its
/// sentences are, and each section by itself. HTML; nothing for a report without prose. `heading` is 2 to 4.
std::string readability_charts(const Checked& checked, std::size_t document, const FindingsView& view,
                               const FindingsWords& shown, int heading);

}  // namespace casewright
