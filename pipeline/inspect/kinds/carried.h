#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports what a file carries besides the page.
std::shared_ptr<const Check> prepare_carried(const Rule& rule, Preparation& preparation);

}  // namespace casewright
