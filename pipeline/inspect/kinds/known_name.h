#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports names of the identity register.
std::shared_ptr<const Check> prepare_known_name(const Rule& rule, Preparation& preparation);

}  // namespace casewright
