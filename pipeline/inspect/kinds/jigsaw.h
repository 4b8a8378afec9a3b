#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Details that say little alone and together lead to a family: weighed by paragraph or over a whole document.
std::shared_ptr<const Check> prepare_jigsaw(const Rule& rule, Preparation& preparation);

}  // namespace casewright
