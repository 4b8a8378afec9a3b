#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports what keeps a reader who listens or zooms from finding her way.
std::shared_ptr<const Check> prepare_structure(const Rule& rule, Preparation& preparation);

}  // namespace casewright
