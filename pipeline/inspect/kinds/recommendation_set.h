#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Looks at the recommendations of a report as a whole.
std::shared_ptr<const Check> prepare_recommendation_set(const Rule& rule, Preparation& preparation);

}  // namespace casewright
