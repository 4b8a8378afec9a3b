#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a report that cites the guidance of two regimes, or none.
std::shared_ptr<const Check> prepare_regime(const Rule& rule, Preparation& preparation);

}  // namespace casewright
