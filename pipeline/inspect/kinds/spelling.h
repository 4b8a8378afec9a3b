#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports words that neither the dictionary nor the field's own word list knows.
std::shared_ptr<const Check> prepare_spelling(const Rule& rule, Preparation& preparation);

}  // namespace casewright
