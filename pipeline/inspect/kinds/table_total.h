#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Finds totals of tables that are not the sums of their parts.
std::shared_ptr<const Check> prepare_table_total(const Rule& rule, Preparation& preparation);

}  // namespace casewright
