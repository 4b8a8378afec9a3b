#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports what is longer, higher or lower than a limit.
std::shared_ptr<const Check> prepare_measure(const Rule& rule, Preparation& preparation);

}  // namespace casewright
