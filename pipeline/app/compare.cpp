#include <ostream>

#include "app/checking.h"
#include "app/commands.h"
#include "app/rule_cards.h"
#include "emit/findings/comparison.h"

namespace casewright {
namespace {

/// One draft, checked by itself.
CheckedFiles check_one(const Desk& desk, const CompareOptions& options, const Path& file, const OpenRules& rules, const OpenCase* of_case) {
  CheckOptions checking;
  checking.files = {file};
  checking.case_folder = options.case_folder;
  CheckedFiles files = check_files(desk, checking, rules, of_case);
  desk.console.tell(files.checked.faults);
  return files;
}

}  // namespace

Exit compare(const Desk& desk, const CompareOptions& options) {
  auto rules = open_rules(desk);
  std::optional<OpenCase> of_case;
  if (!options.case_folder.empty()) of_case = open_case(desk, options.case_folder);
  if (!rules || (!options.case_folder.empty() && !of_case)) return Exit::fault;
  if (!options.names.empty() && (rules->names = open_names(desk, options.names)) == nullptr) return Exit::fault;
  const OpenCase* review = of_case ? &*of_case : nullptr;
  const CheckedFiles earlier = check_one(desk, options, options.old_file, *rules, review);
  const CheckedFiles later = check_one(desk, options, options.new_file, *rules, review);
  for (const CheckedFiles* each : {&earlier, &later}) {
    if (each->checked.readings.size() == 1) continue;
    if (!each->checked.readings.empty())
      desk.console.tell({{each == &earlier ? options.old_file : options.new_file, 0, 0, "this is a folder of several reports", "name one report"}});
    return Exit::fault;
  }
  FindingsView view;
  view.show_text = options.show_text;
  view.version = CASEWRIGHT_VERSION;
  const auto write = options.format == "json" ? write_comparison_json : write_comparison_text;
  const std::string shown = write(earlier.checked, later.checked, view);
  if (options.out.empty()) {
    desk.console.out << shown;
  } else if (const Outcome written = desk.world.write_file(options.out, shown); !written) {
    desk.console.tell(written.faults());
    return Exit::fault;
  }
  return verdict_of(later.checked, 0).ready ? Exit::ready : Exit::not_ready;
}

}  // namespace casewright
