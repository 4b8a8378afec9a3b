#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a short form that is nowhere explained.
std::shared_ptr<const Check> prepare_acronym(const Rule& rule, Preparation& preparation);

}  // namespace casewright
