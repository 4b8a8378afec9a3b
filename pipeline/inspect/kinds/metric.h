#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a text for which a formula over its counts leaves its limits.
std::shared_ptr<const Check> prepare_metric(const Rule& rule, Preparation& preparation);

}  // namespace casewright
