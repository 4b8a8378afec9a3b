#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Finds words and phrases, in one walk for all rules.
std::shared_ptr<const Check> prepare_phrase(const Rule& rule, Preparation& preparation);

}  // namespace casewright
