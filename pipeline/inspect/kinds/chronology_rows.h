#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Looks at what the entries of agencies' chronologies lack.
std::shared_ptr<const Check> prepare_chronology_rows(const Rule& rule, Preparation& preparation);

}  // namespace casewright
