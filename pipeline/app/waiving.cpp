#include "app/waiving.h"

#include <algorithm>

#include "certify/certify.h"
#include "certify/waiver_rules.h"
#include "certify/waivers.h"

namespace casewright {

Path waivers_beside(const Path& report) { return report + ".waivers.xml"; }

Path waivers_of_case(const Path& case_folder) { return join(case_folder, "waivers.xml"); }

void use_waivers(Checked& checked, const std::vector<Waiver>& waivers, const Date& on, const OpenRules& rules,
                 const std::vector<std::string>& families) {
  if (waivers.empty() || checked.readings.empty()) return;
  const auto known = [&rules](std::string_view rule) { return rules.book.find(rule) != nullptr || rules.book.passed_over.contains(rule); };
  // A waiver is idle only where its rule was looked for and found nothing.
  const auto judged = [&](std::string_view id) {
    const Rule* rule = rules.book.find(id);
    const bool asked = std::find(rules.asked.begin(), rules.asked.end(), id) != rules.asked.end();
    return rule != nullptr && (asked || (!rule->only_asked && rule->tier <= rules.tier)) &&
           (families.empty() || std::find(families.begin(), families.end(), rule->family()) != families.end());
  };
  checked.findings = apply(waivers, std::move(checked.findings), checked.readings, on);
  std::vector<Finding> about = check_waivers(waivers, checked, on, known, judged);
  checked.findings.insert(checked.findings.begin(), std::make_move_iterator(about.begin()), std::make_move_iterator(about.end()));
  checked.verdicts = judge_each(checked);
}

}  // namespace casewright
