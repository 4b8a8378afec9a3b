#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Finds lists that have more or fewer items than the words before them say.
std::shared_ptr<const Check> prepare_list_count(const Rule& rule, Preparation& preparation);

}  // namespace casewright
