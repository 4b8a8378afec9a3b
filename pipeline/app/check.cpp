#include <algorithm>
#include <cassert>
#include <deque>
#include <ostream>
#include <set>

#include "app/check_batch.h"
#include "app/checking.h"
#include "app/commands.h"
#include "app/desk_work.h"
#include "app/marked_copies.h"
#include "app/rule_cards.h"
#include "base/text.h"
#include "emit/findings/findings.h"

namespace casewright {
namespace {

bool all_ready(const Checked& checked) {
  return std::all_of(checked.verdicts.begin(), checked.verdicts.end(), [](const Verdict& each) { return each.ready; });
}

Exit exit_of(const Checked& checked, const FindingsView& view) {
  if (checked.readings.empty()) return Exit::fault;
  if (!view.unreadable.empty()) return Exit::some_failed;
  return all_ready(checked) ? Exit::ready : Exit::not_ready;
}

bool is_profile(const RuleBook& book, const std::string& name) {
  return name == "auto" || std::any_of(book.profiles.begin(), book.profiles.end(), [&](const DocumentProfile& each) { return each.name == name; });
}

bool is_regime(const RegimeBook& book, const std::string& code) {
  return code.empty() || code == "auto" || book.regimes.empty() || book.find(code) != nullptr;
}

Fault unknown_regime(const RegimeBook& book, const std::string& code) {
  std::vector<std::string> codes;
  for (const Regime& each : book.regimes) codes.push_back(each.code);
  return {"", 0, 0, "no guidance has the code " + code, "choose auto or one of " + list_in_words(codes)};
}

/// Rule families and rules that are asked for and that there are none of: a slip of the pen must not read as a report without findings.
Faults unknown_rules(const RuleBook& book, const CheckOptions& options) {
  std::set<std::string, std::less<>> families;
  for (const Rule& each : book.rules) families.emplace(each.family());
  for (const std::string& each : book.passed_over) families.insert(each.substr(0, each.find('/')));
  Faults faults;
  for (const std::string& each : options.only)
    if (!families.contains(each)) faults.push_back({"", 0, 0, "no rules are of the family " + each, "the families are " + list_in_words({families.begin(), families.end()})});
  for (const std::string& each : options.with)
    if (book.find(each) == nullptr && !book.passed_over.contains(each)) faults.push_back({"", 0, 0, "no rule is called " + each, "`casewright rules list` shows them all"});
  return faults;
}

/// The families asked for, with those of the styles: whoever gives a style wants its rules.
std::vector<std::string> with_styles(std::vector<std::string> only, const RuleBook& book) {
  if (only.empty()) return only;
  for (const Rule& each : book.rules)
    if (each.file.ends_with(".yml") && std::find(only.begin(), only.end(), each.family()) == only.end()) only.emplace_back(each.family());
  return only;
}

/// Keeps the rules until the process ends, when the system takes all memory back at once: to free them takes longer than to check a page.
std::optional<OpenRules>& kept_to_the_end(std::optional<OpenRules> rules) {
  static auto* const kept = new std::deque<std::optional<OpenRules>>;
  return kept->emplace_back(std::move(rules));
}

/// What is asked for and is not there: a rule, a profile, a regime.
Faults unknown_wishes(const OpenRules& rules, const CheckOptions& options) {
  if (Faults unknown = unknown_rules(rules.book, options); !unknown.empty()) return unknown;
  if (!is_profile(rules.book, options.profile)) return {{"", 0, 0, "there is no profile " + options.profile, "`casewright rules profiles` lists them"}};
  if (!is_regime(rules.corpus.regimes, options.regime)) return {unknown_regime(rules.corpus.regimes, options.regime)};
  return {};
}

/// The findings where they were asked for: on the screen with marked copies beside them, or in a file; false where that failed.
bool hand_over(const Desk& desk, const CheckOptions& options, const Checked& checked, const std::string& shown) {
  if (options.out.empty() || options.markup) {
    desk.console.out << shown;
    return !options.markup || write_marked_copies(desk, options, checked);
  }
  const Outcome written = desk.world.write_file(options.out, shown);
  desk.console.tell(written.faults());
  return written.ok();
}

}  // namespace

Exit check(const Desk& desk, const CheckOptions& asked) {
  CheckOptions options = asked;
  if (const Faults wrong = wrong_places_for_copies(desk, options); !wrong.empty()) {
    desk.console.tell(wrong);
    return Exit::fault;
  }
  auto& rules = kept_to_the_end(open_rules(desk, options.styles, options.with.empty() ? options.only : std::vector<std::string>()));
  const bool whole_case = options.files.size() == 1 && (options.case_folder.empty() || options.case_folder == options.files.front()) &&
                          is_case_folder(desk.world, options.files.front());
  const Path& case_folder = whole_case ? options.files.front() : options.case_folder;
  std::optional<OpenCase> of_case;
  if (!case_folder.empty()) of_case = open_case(desk, case_folder);
  if (!rules || (!case_folder.empty() && !of_case)) return Exit::fault;
  if (!options.names.empty() && (rules->names = open_names(desk, options.names)) == nullptr) return Exit::fault;
  options.only = with_styles(std::move(options.only), rules->book);
  rules->tier = options.tier;
  rules->profile = options.profile;
  rules->asked = options.with;
  if (const Faults unknown = unknown_wishes(*rules, options); !unknown.empty()) {
    desk.console.tell(unknown);
    return Exit::fault;
  }
  const FindingsFormat* format = findings_format(options.format.empty() ? "text" : options.format);
  assert(format != nullptr);  // the command line takes no other
  FindingsView view;
  view.show_text = options.show_text;
  view.version = CASEWRIGHT_VERSION;
  view.only = options.only;
  view.rules = rule_cards(desk, rules->book);
  if (!of_case && !options.together && checks_into_folder(desk.world, options)) return check_into_folder(desk, options, *rules, view);
  if (options.out.empty() || options.markup) {
    view.width = desk.console.width;
    view.colour = desk.console.colour;
  }
  CheckedFiles files = whole_case ? check_case_papers(desk, options, *rules, *of_case) : check_files(desk, options, *rules, of_case ? &*of_case : nullptr);
  if (files.stopped) return Exit::try_again;
  view.unreadable = std::move(files.unreadable);
  const Checked& checked = files.checked;
  desk.console.tell(checked.faults);
  if (!of_case && !options.together && checked.readings.size() > 1)
    if (const std::vector<std::string> parts = parts_of_one_review(checked.readings); !parts.empty())
      desk.console.say("each report was checked by itself; " + list_in_words(parts) + " look like parts of one review: `check --together` also holds them against each other");
  return hand_over(desk, options, checked, format->write(checked, view)) ? exit_of(checked, view) : Exit::fault;
}

}  // namespace casewright
