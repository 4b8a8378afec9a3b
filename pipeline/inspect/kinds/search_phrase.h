#pragma once

#include <string>
#include <vector>

#include "inspect/seen.h"

namespace casewright {

/// What a stranger would type to find the family: the telling words of the pieces, in their order, a handful of them.
/// No name of the register and no person's name stands in it. Empty where nothing else is left.
std::string search_phrase(const Seen& seen, const std::vector<Span>& pieces);

}  // namespace casewright
