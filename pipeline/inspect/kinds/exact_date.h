#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports dates to the day where a month or an age would do.
std::shared_ptr<const Check> prepare_exact_date(const Rule& rule, Preparation& preparation);

}  // namespace casewright
