#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// English that the document marks as another language, told once where the first of it stands; of a document that says of itself
/// that it is not English, without a place.
void wrong_language(const Seen& seen, const Rule& rule, std::vector<Finding>& into);

}  // namespace casewright
