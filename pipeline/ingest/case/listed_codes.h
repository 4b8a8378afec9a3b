#pragma once

#include "base/record.h"
#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// Adds a fault for each code of case.xml that corpus/regimes.xml does not list: regime, type of review, kind of board and nation.
void check_listed_codes(const Record& root, const Path& file, Faults& faults);

}  // namespace casewright
