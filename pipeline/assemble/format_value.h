#pragma once

#include <optional>
#include <string>
#include <vector>

#include "assemble/template.h"

namespace casewright {

/// The value as the format asks; nothing where the format cannot be used on it (a date format on no date).
std::optional<std::string> format_value(Format format, const xpath::Answer& value);

}  // namespace casewright
