#include <algorithm>
#include <set>

#include "app/checking.h"
#include "app/commands.h"
#include "app/waiving.h"
#include "base/text.h"
#include "certify/waivers.h"
#include "emit/waiver_writer.h"
#include "foreign/xml/xml.h"

namespace casewright {
namespace {

std::string words_at(const Checked& checked, const Finding& finding) {
  return finding.span.empty() ? std::string() : fold_space(checked.readings[finding.document].prose.view(finding.span));
}

std::string place_of(const Finding& finding) {
  std::string place = finding.place.paragraph.empty() ? "the report as a whole" : "paragraph " + finding.place.paragraph;
  if (finding.place.page != 0) place += " on page " + std::to_string(finding.place.page);
  return place;
}

/// Where the rule finds something, for a person who must choose; quotes no words.
std::string places_of(const std::vector<const Finding*>& findings) {
  constexpr std::size_t most = 8;
  std::vector<std::string> places;
  for (const Finding* each : findings)
    if (const std::string place = place_of(*each); std::find(places.begin(), places.end(), place) == places.end()) places.push_back(place);
  const std::size_t all = places.size();
  if (all > most) {
    places.resize(most);
    places.push_back(std::to_string(all - most) + " places more");
  }
  return list_in_words(places);
}

/// The findings that are meant, all of the same words; or a fault that says how to choose.
Result<std::vector<const Finding*>> meant_by(const WaiveOptions& options, const Checked& checked) {
  std::vector<const Finding*> of_rule, meant;
  for (const Finding& finding : checked.findings)
    if (finding.rule == options.rule) of_rule.push_back(&finding);
  for (const Finding* each : of_rule)
    if ((options.words.empty() || fold_space(options.words) == words_at(checked, *each)) &&
        (options.paragraph.empty() || options.paragraph == each->place.paragraph))
      meant.push_back(each);
  if (of_rule.empty())
    return Fault{options.file, 0, 0, "the report has no finding of " + options.rule, "`casewright check " + options.file + "` shows what it has"};
  if (meant.empty())
    return Fault{options.file, 0, 0, options.rule + " finds nothing there or in those words",
                 "it finds something in " + places_of(of_rule) + "; give the exact words with --words"};
  for (const Finding* each : meant)
    if (words_at(checked, *each) != words_at(checked, *meant.front()))
      return Fault{options.file, 0, 0, options.rule + " finds different words in " + std::to_string(meant.size()) + " places",
                   "choose with --paragraph or with the exact --words; the places are " + places_of(meant)};
  return meant;
}

/// Where the findings stand, each place once: what is accepted in one sentence is not accepted in the next.
std::vector<std::string> standing_places(const Checked& checked, const std::vector<const Finding*>& meant) {
  std::vector<std::string> places;
  for (const Finding* each : meant)
    if (std::string place = standing_place(*each, checked.readings); !place.empty() && std::find(places.begin(), places.end(), place) == places.end())
      places.push_back(std::move(place));
  return places;
}

/// The waiver as asked for; faults where a date is none or something is missing.
Result<Waiver> waiver_from(const Desk& desk, const WaiveOptions& options, std::string words) {
  Waiver waiver{options.rule, std::move(words), options.reason, options.person, options.role, desk.world.today(), {}, {}};
  if (!options.until.empty()) {
    const auto until = date_from_iso(options.until);
    if (!until || !until->exact() || !valid(*until))
      return Fault{"", 0, 0, "'" + options.until + "' is no date", "write --until 2026-12-31"};
    waiver.until = *until;
  }
  if (waiver.until.known() && waiver.until < waiver.date) return Fault{"", 0, 0, "the last day of the waiver, " + long_form(waiver.until) + ", is over already", "give --until a day to come, or leave it away"};
  if (const std::string flaw = flaw_of(waiver); !flaw.empty()) return Fault{"", 0, 0, flaw, "give --reason, --name and --role with a few words each"};
  return waiver;
}

Outcome store(const Desk& desk, const Path& file, const Waiver& waiver) {
  std::string existing;
  if (desk.world.kind_of(file) != PathKind::missing) {
    auto bytes = desk.world.read_file(file);
    if (!bytes) return bytes.faults();
    existing = std::move(*bytes);
  }
  const auto grown = add_waiver(existing, waiver);
  if (!grown) return Fault{file, 0, 0, "this file does not end with </waivers>", "mend it, or move it away and try again"};
  // What is written must be read again by the next check.
  const auto schema = xml::read_schema(desk.world, join(desk.house.schemas(), "waivers.rng"));
  if (!schema) return schema.faults();
  const auto read = xml::read(*grown, file, 1, &*schema);
  if (!read) return read.faults();
  return desk.world.write_file(file, *grown);
}

}  // namespace

Exit waive(const Desk& desk, const WaiveOptions& options) {
  auto rules = open_rules(desk);
  std::optional<OpenCase> of_case;
  if (!options.case_folder.empty()) of_case = open_case(desk, options.case_folder);
  if (!rules || (!options.case_folder.empty() && !of_case)) return Exit::fault;
  if (!options.names.empty() && (rules->names = open_names(desk, options.names)) == nullptr) return Exit::fault;
  if (rules->book.find(options.rule) == nullptr) {
    desk.console.tell({{"", 0, 0, "no rule is called " + options.rule, "`casewright rules list` shows them all"}});
    return Exit::fault;
  }
  rules->tier = 3;  // whichever check showed the finding
  rules->asked = {options.rule};
  CheckOptions checking;
  checking.files = {options.file};
  checking.case_folder = options.case_folder;
  const CheckedFiles files = check_files(desk, checking, *rules, of_case ? &*of_case : nullptr);
  desk.console.tell(files.checked.faults);
  if (files.checked.readings.empty()) return Exit::fault;
  auto meant = meant_by(options, files.checked);
  desk.console.tell(meant.faults());
  if (!meant) return Exit::fault;
  const Finding* const accepted = meant->front();
  std::erase_if(*meant, [](const Finding* each) { return each->waived.has_value(); });
  if (meant->empty()) {
    desk.console.say("It is accepted already: " + accepted->waived->role + ", " + long_form(accepted->waived->date) + ".");
    return Exit::ready;
  }
  auto waiver = waiver_from(desk, options, words_at(files.checked, *accepted));
  desk.console.tell(waiver.faults());
  if (!waiver) return Exit::fault;
  waiver->places = standing_places(files.checked, *meant);
  const Path file = options.case_folder.empty() ? waivers_beside(options.file) : waivers_of_case(options.case_folder);
  const Outcome stored = store(desk, file, *waiver);
  desk.console.tell(stored.faults());
  if (!stored) return Exit::fault;
  desk.console.say("Accepted " + options.rule + " in " + places_of(*meant) + ", until the words change" +
                   (waiver->until.known() ? " or " + long_form(waiver->until) + " has passed" : "") + ". It stands in " + file);
  return Exit::ready;
}

}  // namespace casewright
