#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports that a report nowhere says what it must say.
std::shared_ptr<const Check> prepare_required_words(const Rule& rule, Preparation& preparation);

}  // namespace casewright
