#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports dates and sign-offs that case.xml must hold before publication and does not.
std::shared_ptr<const Check> prepare_case_record(const Rule& rule, Preparation& preparation);

}  // namespace casewright
