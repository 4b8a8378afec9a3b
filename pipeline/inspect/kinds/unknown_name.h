#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Names, places and other details that no register lists, as the tagger sees them.
std::shared_ptr<const Check> prepare_unknown_name(const Rule& rule, Preparation& preparation);

}  // namespace casewright
