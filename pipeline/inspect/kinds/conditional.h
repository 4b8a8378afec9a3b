#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports what may stand only where something else stands too.
std::shared_ptr<const Check> prepare_conditional(const Rule& rule, Preparation& preparation);

}  // namespace casewright
