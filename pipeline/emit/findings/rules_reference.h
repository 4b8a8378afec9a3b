#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/rule_card.h"

namespace casewright {

/// A page that explains every rule: what it says, why and on whose authority, an example, how to mend it in Word.
std::string write_rules_reference(const std::vector<RuleCard>& cards, std::string_view version);

}  // namespace casewright
