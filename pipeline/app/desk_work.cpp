#include "app/desk_work.h"

#include <algorithm>

#include "base/text.h"
#include "certify/certify.h"
#include "emit/findings/findings_words.h"
#include "foreign/hash.h"
#include "ingest/case/case_reader.h"
#include "ingest/case/names_list.h"
#include "ingest/pdf/pdf_conditions.h"
#include "ingest/readers.h"
#include "inspect/sections/section_recogniser.h"
#include "language/prose_reader.h"

namespace casewright {
namespace {

/// What is told of a case without the names of its register: a message may quote the heading of a column.
Faults without_names(Faults faults, const IdentitySearch& names) {
  IdentityScanner scanner(names);
  for (Fault& fault : faults) {
    const std::vector<IdentityHit> hits = scanner.find_in(fault.what);
    for (auto hit = hits.rbegin(); hit != hits.rend(); ++hit)
      if (hit->certain || hit->shared) fault.what.replace(hit->span.begin, hit->span.length(), masked(std::string_view(fault.what).substr(hit->span.begin, hit->span.length())));
  }
  return faults;
}

}  // namespace

Checked OpenRules::inspect_all(std::vector<Reading> readings, const OpenCase* of_case, const std::string& regime,
                               const std::vector<std::string>& families) const {
  InspectOptions options;
  options.regime = regime;
  options.families = families;
  options.survey = !only_redaction(families);
  options.corpus = &corpus;
  options.tier = tier;
  options.profile = profile;
  options.asked = asked;
  if (of_case != nullptr) {
    options.of_case = &of_case->review;
    options.people = &of_case->review.people;
    options.names = &of_case->names;
    if (regime == "auto") options.regime = of_case->review.regime;
  } else if (names != nullptr) {
    options.people = &names->people;
    options.names = &names->search;
  }
  Checked checked = inspect(book, std::move(readings), options);
  allow_people(checked, may_be_named);
  checked.verdicts = judge_each(checked);
  return checked;
}

Checked OpenRules::survey(std::vector<Reading> readings) const {
  InspectOptions options;
  options.corpus = &corpus;
  RuleBook no_rules;
  no_rules.phrases.settle();
  return inspect(no_rules, std::move(readings), options);
}

std::optional<OpenCase> open_case(const Desk& desk, const Path& folder) {
  auto review = read_case(desk.world, folder, desk.house.schemas(), judge_of_headings(desk.world, desk.house.corpus()));
  if (!review) {
    desk.console.tell(review);
    return std::nullopt;
  }
  IdentitySearch names(review->people);
  desk.console.tell(without_names(review.faults(), names));
  return OpenCase{std::move(*review), std::move(names)};
}

std::shared_ptr<const OpenNames> open_names(const Desk& desk, const Path& file) {
  Result<Register> people = read_names_list(desk.world, file, desk.house.schemas());
  desk.console.tell(people);
  const auto bytes = desk.world.read_file(file);
  if (!people || !bytes) return nullptr;
  IdentitySearch search(*people);
  return std::make_shared<const OpenNames>(OpenNames{std::move(*people), std::move(search), hash::sha256(*bytes)});
}

bool only_redaction(const std::vector<std::string>& families) { return families.size() == 1 && families.front() == "redaction"; }

std::optional<OpenRules> open_rules(const Desk& desk, const std::vector<Path>& styles, const std::vector<std::string>& families) {
  auto book = read_rules(desk.world, desk.house.rules(desk.world), styles, families);
  auto corpus = only_redaction(families) ? read_names_of_corpus(desk.world, desk.house.corpus()) : read_corpus(desk.world, desk.house.corpus());
  auto profile = read_profile(desk);
  desk.console.tell(book);
  desk.console.tell(corpus);
  desk.console.tell(profile);
  if (book) desk.console.tell(book->left_out);
  if (book) desk.console.tell(missing_for(*book));
  if (!book || !corpus || !profile) return std::nullopt;
  const Outcome applied = apply(profile->rules, *book);
  desk.console.tell(applied);
  if (!applied) return std::nullopt;
  if (!profile->sha256.empty()) book->sha256 = hash::sha256(book->sha256 + profile->sha256);
  corpus->field_words.insert(corpus->field_words.end(), profile->words.begin(), profile->words.end());
  return OpenRules{std::move(*book), std::move(*corpus), std::move(profile->people), 1, "auto", {}, nullptr};
}

Reading reading_of(Document document, const std::string& name) {
  Reading reading;
  reading.path = name;
  reading.document = std::move(document);
  reading.container.format = "casewright";
  reading.prose = read_prose(reading.document, reading.container);
  return reading;
}

Result<Reading> read_for_check(const World& world, const std::string& bytes, const Path& file, bool for_redaction) {
  Result<Reading> reading = read_report(bytes, file, for_redaction, style_sheets_of(world, bytes, file));
  if (!reading) return reading;
  Faults faults;
  reading.move_faults_to(faults);
  if (!for_redaction)
    for (Fault& fault : note_broken_conditions(bytes, *reading)) faults.push_back(std::move(fault));
  reading->prose = read_prose(reading->document, reading->container);
  return {std::move(*reading), std::move(faults)};
}

Result<Reading> read_with_prose(const World& world, const BatchInput& input, bool for_redaction) {
  const auto bytes = read_input(world, input);
  if (!bytes) return bytes.faults();
  return read_for_check(world, *bytes, spoken_path(input), for_redaction);
}

Result<Reading> read_with_prose(const World& world, const Path& file) {
  const auto bytes = world.read_file(file, World::default_limit);
  if (!bytes) return bytes.faults();
  return read_for_check(world, *bytes, file);
}

Result<std::vector<const Writer*>> writers_for(const std::vector<std::string>& formats) {
  std::vector<const Writer*> chosen;
  std::vector<std::string> known;
  for (const Writer& each : writers()) known.emplace_back(each.name);
  for (const std::string& format : formats) {
    const Writer* writer = writer_named(format);
    if (writer == nullptr) return Fault{"", 0, 0, "Casewright does not write " + format, "choose from " + list_in_words(known)};
    if (std::find(chosen.begin(), chosen.end(), writer) == chosen.end()) chosen.push_back(writer);
  }
  return chosen;
}

}  // namespace casewright
