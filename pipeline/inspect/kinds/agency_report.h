#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Looks at what agencies' own reports of a case lack.
std::shared_ptr<const Check> prepare_agency_report(const Rule& rule, Preparation& preparation);

}  // namespace casewright
