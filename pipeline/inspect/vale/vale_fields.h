#pragma once

#include <string_view>

#include "base/record.h"
#include "base/result.h"

namespace casewright {

/// Names each field of a rule of Vale that is not read here, with its line and why; the rule runs without it.
void tell_unread_fields(const Record& yaml, std::string_view kind, const std::string& file, Faults& faults);

}  // namespace casewright
