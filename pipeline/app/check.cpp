#include <algorithm>
#include <ostream>

#include "app/commands.h"
#include "app/desk_work.h"
#include "app/batch_desk.h"
#include "app/papers.h"
#include "emit/findings.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

/// Appends one set's outcome to the whole; findings point into the longer list of readings.
void append(Checked& all, Checked part) {
  const auto before = static_cast<std::uint32_t>(all.readings.size());
  for (Finding& finding : part.findings) {
    finding.document += before;
    all.findings.push_back(std::move(finding));
  }
  std::move(part.readings.begin(), part.readings.end(), std::back_inserter(all.readings));
  std::move(part.inspected.begin(), part.inspected.end(), std::back_inserter(all.inspected));
  std::move(part.verdicts.begin(), part.verdicts.end(), std::back_inserter(all.verdicts));
  all.rule_book = part.rule_book;
}

/// Reads and inspects each file by itself, or all together where they belong to one case.
Checked check_files(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const OpenCase* of_case,
                    FindingsView& view) {
  Checked all;
  std::vector<Reading> together;
  const BatchInputs inputs = inputs_for(desk, options.files, {});
  for (const BatchInput& input : inputs.files) {
    const Path file = spoken_path(input);
    auto reading = read_with_prose(desk.world, input);
    reading.move_faults_to(all.faults);
    if (!reading) {
      view.unreadable.push_back(file);
    } else if (of_case != nullptr) {
      // A finished file does not say what it is; a draft of the case is filed under its role.
      if (reading->document.role == DocumentRole::legacy) reading->document.role = role_filed_as(file);
      together.push_back(std::move(*reading));
    } else {
      std::vector<Reading> alone;
      alone.push_back(std::move(*reading));
      append(all, rules.inspect_all(std::move(alone), nullptr, options.regime, options.only));
    }
  }
  if (!together.empty()) append(all, rules.inspect_all(std::move(together), of_case, options.regime, options.only));
  return all;
}

bool all_ready(const Checked& checked) {
  return std::all_of(checked.verdicts.begin(), checked.verdicts.end(), [](const Verdict& each) { return each.ready; });
}

Exit exit_of(const Checked& checked, const FindingsView& view) {
  if (checked.readings.empty()) return Exit::fault;
  if (!view.unreadable.empty()) return Exit::some_failed;
  return all_ready(checked) ? Exit::ready : Exit::not_ready;
}

}  // namespace

Exit check(const Desk& desk, const CheckOptions& options) {
  auto rules = open_rules(desk, options.styles);
  std::optional<OpenCase> of_case;
  if (!options.case_folder.empty()) of_case = open_case(desk, options.case_folder);
  if (!rules || (!options.case_folder.empty() && !of_case)) return Exit::fault;
  rules->tier = options.tier;
  rules->asked = options.with;
  FindingsView view;
  view.show_text = options.show_text;
  view.version = CASEWRIGHT_VERSION;
  const Checked checked = check_files(desk, options, *rules, of_case ? &*of_case : nullptr, view);
  desk.console.tell(checked.faults);
  const std::string shown =
      options.format == "json" ? write_findings_json(checked, view) : write_findings_text(checked, view);
  if (options.out.empty()) {
    desk.console.out << shown;
  } else if (Outcome written = desk.world.write_file(options.out, shown); !written) {
    desk.console.tell(written.faults());
    return Exit::fault;
  }
  return exit_of(checked, view);
}

}  // namespace casewright
