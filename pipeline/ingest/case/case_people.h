#pragma once

#include "model/case.h"

namespace casewright {

/// Adds to the register the people whom the case names elsewhere: authors and signatories of management
/// reviews, whom readers must not see by name, and reviewers and chairs, who may be named (DOMAIN.md C-05,
/// C-06, P-13). Whoever is in the register already stays as the register says.
void add_people_of_case(Case& whole);

}  // namespace casewright
