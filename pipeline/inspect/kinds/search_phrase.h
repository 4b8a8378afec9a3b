#pragma once

#include <vector>

#include "inspect/seen.h"

namespace casewright {

/// What a stranger would type to find the family: the telling words of the pieces, in their order, a handful of them.
/// No name of the register and no person's name is among them. Empty where nothing else is left.
std::vector<Span> search_phrase(const Seen& seen, const std::vector<Span>& pieces);

}  // namespace casewright
