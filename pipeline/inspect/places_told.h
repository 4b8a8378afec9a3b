#pragma once

#include <string>

#include "model/reading.h"

namespace casewright {

/// Where a place is, as a person is told in a message: "paragraph 4.2 of the report, page 12".
std::string place_told(const Reading& reading, Span span);

}  // namespace casewright
