#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Finds references to places that the document does not have.
std::shared_ptr<const Check> prepare_cross_reference(const Rule& rule, Preparation& preparation);

}  // namespace casewright
