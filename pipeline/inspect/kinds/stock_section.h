#pragma once

#include <vector>

#include "inspect/rule.h"
#include "inspect/seen.h"

namespace casewright {

/// Sections that say nothing of their own: each of their sentences is one of the rule's stock wordings, with nothing
/// beside it but the rule's plain words and numbers.
void stock_section(const Seen& seen, const Rule& rule, std::vector<Finding>& into);

}  // namespace casewright
