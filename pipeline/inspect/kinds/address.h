#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Addresses of the web whose words name somebody that no register lists: a newspaper's page, a judgment.
std::shared_ptr<const Check> prepare_address(const Rule& rule, Preparation& preparation);

}  // namespace casewright
