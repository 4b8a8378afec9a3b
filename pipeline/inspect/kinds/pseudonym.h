#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Whether the codes and pseudonyms of a report hide people, and each one person by one code.
std::shared_ptr<const Check> prepare_pseudonym(const Rule& rule, Preparation& preparation);

}  // namespace casewright
