#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a word that stands twice in a row.
std::shared_ptr<const Check> prepare_repetition(const Rule& rule, Preparation& preparation);

}  // namespace casewright
