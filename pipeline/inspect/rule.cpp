#include "inspect/rule.h"

#include "language/review_regimes.h"

namespace casewright {

bool Rule::applies_to(std::string_view regime) const { return is_among_regimes(regime, regimes); }

}  // namespace casewright
