#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Finds words for which there is a better one, and says which.
std::shared_ptr<const Check> prepare_substitution(const Rule& rule, Preparation& preparation);

}  // namespace casewright
