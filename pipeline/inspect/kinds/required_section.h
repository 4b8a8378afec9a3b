#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a section that a report of the regime must have and has not, or that is empty.
std::shared_ptr<const Check> prepare_required_section(const Rule& rule, Preparation& preparation);

}  // namespace casewright
