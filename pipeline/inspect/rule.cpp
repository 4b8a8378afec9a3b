#include "inspect/rule.h"

#include <algorithm>

namespace casewright {

bool Rule::applies_to(std::string_view regime) const {
  return regimes.empty() || std::find(regimes.begin(), regimes.end(), regime.empty() ? "unknown" : regime) != regimes.end();
}

}  // namespace casewright
