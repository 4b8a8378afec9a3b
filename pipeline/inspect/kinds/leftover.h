#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports what was left for a person to finish.
std::shared_ptr<const Check> prepare_leftover(const Rule& rule, Preparation& preparation);

}  // namespace casewright
