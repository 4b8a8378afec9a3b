#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports where documents of one review tell the same thing differently.
std::shared_ptr<const Check> prepare_agreement(const Rule& rule, Preparation& preparation);

}  // namespace casewright
