#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Teams, units, classes and services under a name of their own, which leads to one place: "Kestrel Team".
std::shared_ptr<const Check> prepare_local_body(const Rule& rule, Preparation& preparation);

}  // namespace casewright
