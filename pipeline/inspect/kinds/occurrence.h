#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Counts words or patterns in each sentence, paragraph or report and reports too many or too few.
std::shared_ptr<const Check> prepare_occurrence(const Rule& rule, Preparation& preparation);

}  // namespace casewright
