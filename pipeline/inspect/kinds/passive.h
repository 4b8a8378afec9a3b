#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports passives that do not say who did it.
std::shared_ptr<const Check> prepare_passive(const Rule& rule, Preparation& preparation);

}  // namespace casewright
