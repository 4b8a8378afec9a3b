#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a recommendation without an owner, a deadline or a usable wording.
std::shared_ptr<const Check> prepare_recommendation(const Rule& rule, Preparation& preparation);

}  // namespace casewright
