#include "app/waiving.h"

#include <algorithm>

#include "certify/certify.h"
#include "certify/waiver_rules.h"
#include "certify/waivers.h"

namespace casewright {

Path waivers_beside(const Path& report) { return report + ".waivers.xml"; }

Faults misnamed_waivers(const World& world, const Path& report) {
  Faults faults;
  const std::string name(file_name(report));
  const Path folder = report.substr(0, report.size() - name.size());
  std::vector<Path> near{waivers_beside(folder + name.substr(0, name.rfind('.')))};
  if (world.kind_of(folder + "case.xml") != PathKind::file) near.push_back(folder + "waivers.xml");  // as the local page saves it
  for (const Path& each : near)
    if (each != waivers_beside(report) && world.kind_of(each) == PathKind::file)
      faults.push_back({each, 0, 0, "these waivers are not used, for the file does not bear the name of a report", "call it " + waivers_beside(name) + " if they are for " + name});
  return faults;
}

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
