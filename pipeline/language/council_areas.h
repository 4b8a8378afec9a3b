#pragma once

#include <cstddef>
#include <vector>

#include "language/name_position.h"

namespace casewright {

/// True where the token is one word of the area of a council, a police force or a region that stands there whole, as
/// "North" in "Bath & North East Somerset" (corpus/council-areas.txt).
bool stands_in_council_area(const std::vector<SeenToken>& tokens, std::size_t at);

}  // namespace casewright
