#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports the rarer of two terms for one thing where a report uses both.
std::shared_ptr<const Check> prepare_consistency(const Rule& rule, Preparation& preparation);

}  // namespace casewright
