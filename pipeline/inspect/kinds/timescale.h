#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports where more or less time passed between two days than the regime allows.
std::shared_ptr<const Check> prepare_timescale(const Rule& rule, Preparation& preparation);

}  // namespace casewright
