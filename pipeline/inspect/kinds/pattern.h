#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Finds what a regular expression describes, where a validator and the words near it agree.
std::shared_ptr<const Check> prepare_pattern(const Rule& rule, Preparation& preparation);

}  // namespace casewright
