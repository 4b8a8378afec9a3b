#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports a row of tokens, each told by its word, its class or how it is written.
std::shared_ptr<const Check> prepare_sequence(const Rule& rule, Preparation& preparation);

}  // namespace casewright
