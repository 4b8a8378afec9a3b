#include "app/board_profile.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/hash.h"
#include "foreign/xml/xml.h"

namespace casewright {
namespace {

void read_rules_of(const Record& root, Profile& profile) {
  for (const Record* each : root.all("level"))
    profile.levels[std::string(each->attribute("rule"))] = level_of(each->attribute("is")).value_or(Level::advise);
  for (const Record* each : root.all("off")) profile.off.insert(std::string(each->attribute("rule")));
}

std::vector<std::string> words_of(std::string_view text) {
  static constexpr std::string_view titles[] = {"dr", "mr", "mrs", "ms", "miss", "mx", "prof", "professor", "sir", "dame", "reverend", "rev"};
  std::vector<std::string> words;
  const std::string folded = fold_space(text);
  for (std::string_view word : split(folded, ' ')) {
    for (const std::string_view ending : {"'s", "\xE2\x80\x99s", ".", ",", "'", "\xE2\x80\x99"})
      if (word.ends_with(ending)) word.remove_suffix(ending.size());
    if (!word.empty() && std::find(std::begin(titles), std::end(titles), ascii_lower(word)) == std::end(titles)) words.emplace_back(word);
  }
  return words;
}

/// True where the words are the person's name, whole or its last part, and nothing else.
bool names_only(const std::vector<std::string>& words, const NamedPerson& person) {
  const std::vector<std::string> name = words_of(person.name);
  return !words.empty() && !name.empty() && std::find(words.begin(), words.end(), name.back()) != words.end() &&
         std::all_of(words.begin(), words.end(), [&](const std::string& word) { return std::find(name.begin(), name.end(), word) != name.end(); });
}

bool touches_register(const Checked& checked, const Finding& finding) {
  if (!finding.identity.empty() || finding.document >= checked.inspected.size()) return true;
  const std::vector<Span>& names = checked.inspected[finding.document].names;
  return std::any_of(names.begin(), names.end(), [&](const Span& span) { return span.overlaps(finding.span); });
}

}  // namespace

Result<BoardProfile> read_profile(const Desk& desk) {
  BoardProfile profile;
  const Path file = join(desk.house.board, "profile.xml");
  if (desk.house.board.empty() || desk.world.kind_of(file) == PathKind::missing) return profile;
  auto bytes = desk.world.read_file(file);
  if (!bytes) return bytes.faults();
  const auto schema = xml::read_schema(desk.world, join(desk.house.schemas(), "profile.rng"));
  if (!schema) return schema.faults();
  const auto root = xml::read(*bytes, file, 1, &*schema);
  if (!root) return root.faults();
  profile.sha256 = hash::sha256(*bytes);
  profile.rules.file = file;
  read_rules_of(*root, profile.rules);
  for (const Record* each : root->all("word")) profile.words.push_back(fold_space(each->content()));
  for (const Record* each : root->all("may-be-named"))
    profile.people.push_back({each->content_of("name"), each->content_of("role"), each->content_of("agreed-by"),
                              date_from_iso(each->attribute("date")).value_or(Date{})});
  return profile;
}

void allow_people(Checked& checked, const std::vector<NamedPerson>& people) {
  if (people.empty()) return;
  for (Finding& finding : checked.findings) {
    const bool of_names = finding.rule.starts_with("anonymisation/") || finding.rule == "redaction/author";
    if (!of_names || finding.waived || finding.span.empty() || touches_register(checked, finding)) continue;
    const auto words = words_of(checked.readings[finding.document].prose.view(finding.span));
    for (const NamedPerson& person : people)
      if (names_only(words, person))
        finding.waived = Waiver{finding.rule, {}, "The board's profile lets the " + person.role + " be named.", person.agreed_by, "for the board",
                                person.date, {}};
  }
}

}  // namespace casewright
