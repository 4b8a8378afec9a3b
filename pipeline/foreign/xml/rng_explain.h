#pragma once

#include <string>

#include "base/record.h"
#include "base/result.h"
#include "foreign/xml/rng_pattern.h"

namespace casewright::xml {

/// What in `root` does not follow the grammar, each with its line and in the words of a colleague; values are
/// not quoted, for they may be names. Empty where the grammar finds nothing wrong or is not understood.
Faults explain_breaches(const Grammar& grammar, const Record& root, const std::string& file);

}  // namespace casewright::xml
