#pragma once

#include <functional>
#include <string_view>
#include <vector>

#include "model/reading.h"
#include "model/rule_card.h"

namespace casewright {

/// What a check says of waivers themselves, as rules are shown: waivers/expired, waivers/unknown-rule, waivers/unused.
const std::vector<RuleCard>& waiver_rules();

/// A finding for each waiver that stands for nothing on that day: it has run out, its rule is no longer in the rule
/// book, or nothing it could stand for is found any more. `judged` says whether a rule was looked for at all.
std::vector<Finding> check_waivers(const std::vector<Waiver>& waivers, const Checked& checked, const Date& on,
                                   const std::function<bool(std::string_view)>& known,
                                   const std::function<bool(std::string_view)>& judged);

}  // namespace casewright
