#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports headings and terms whose capitals do not follow the style.
std::shared_ptr<const Check> prepare_capitalisation(const Rule& rule, Preparation& preparation);

}  // namespace casewright
