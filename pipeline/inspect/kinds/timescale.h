#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a review that took longer than its regime allows.
std::shared_ptr<const Check> prepare_timescale(const Rule& rule, Preparation& preparation);

}  // namespace casewright
