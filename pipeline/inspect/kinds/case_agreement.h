#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports where a report and the papers of its case tell different things.
std::shared_ptr<const Check> prepare_case_agreement(const Rule& rule, Preparation& preparation);

}  // namespace casewright
