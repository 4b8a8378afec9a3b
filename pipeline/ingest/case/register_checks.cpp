#include <algorithm>
#include <map>
#include <set>
#include <unordered_map>

#include "base/text.h"
#include "ingest/case/case_checks.h"

namespace casewright {
namespace {

Fault at(const Case& whole, Origin origin, std::string what, std::string hint) {
  return {whole.sources[origin.source], origin.part, 0, std::move(what), std::move(hint)};
}

std::string_view word_for(IdentityKind kind) {
  switch (kind) {
    case IdentityKind::person: return "person";
    case IdentityKind::place: return "place";
    case IdentityKind::organisation: return "organisation";
  }
  return "";
}

std::string ids_in_words(const std::vector<const Identity*>& entries) {
  std::vector<std::string> ids;
  for (const Identity* each : entries)
    if (std::find(ids.begin(), ids.end(), printable_id(each->id)) == ids.end()) ids.push_back(printable_id(each->id));
  return list_in_words(ids);
}

bool is_name(NameKind kind) {
  return kind == NameKind::full || kind == NameKind::given || kind == NameKind::middle || kind == NameKind::family ||
         kind == NameKind::alias || kind == NameKind::nickname || kind == NameKind::former || kind == NameKind::place_name ||
         kind == NameKind::username;
}

bool is_in_name(unsigned char c) { return (c | 0x20) >= 'a' ? (c | 0x20) <= 'z' || c >= 0x80 : c >= '0' && c <= '9'; }

/// True where `name` stands in `text` as whole words, in any case of letters; a name that begins with a capital
/// is not found in words written small, for "Hope" is not the hope of "a place of hope".
bool holds_name(std::string_view text, std::string_view name) {
  const std::string lowered = ascii_lower(text), wanted = ascii_lower(name);
  for (std::size_t found = lowered.find(wanted); found != std::string::npos; found = lowered.find(wanted, found + 1)) {
    const std::size_t end = found + wanted.size();
    const bool whole = (found == 0 || !is_in_name(static_cast<unsigned char>(lowered[found - 1]))) &&
                       (end == lowered.size() || !is_in_name(static_cast<unsigned char>(lowered[end])));
    const bool written_small = text[found] == lowered[found] && name[0] != wanted[0];
    if (whole && !written_small) return true;
  }
  return false;
}

void check_ids(const Case& whole, BundleFaults& faults) {
  std::map<std::string, const Identity*> seen;
  for (const Identity& each : whole.people.entries) {
    const auto [first, fresh] = seen.emplace(each.id, &each);
    if (!fresh)
      faults.stop.push_back(at(whole, each.origin, "the id " + printable_id(each.id) + " is given twice; it stands in line " +
                                                        std::to_string(first->second->origin.part) + " too",
                               "give one of them an id of its own"));
  }
}

void check_relations(const Case& whole, bool has_agencies, BundleFaults& faults) {
  for (const Identity& each : whole.people.entries) {
    for (const Relation& relation : each.relations)
      if (whole.people.find(relation.to) == nullptr)
        faults.stop.push_back(at(whole, relation.origin, "this relation of " + printable_id(each.id) + " is to " + printable_id(relation.to, "somebody") +
                                                             (printable_id(relation.to, "").empty() ? " who is" : ", which is") + " not in the register",
                                 "correct the id, or add that person"));
    if (has_agencies && !each.agency.empty() && whole.agency(each.agency) == nullptr)
      faults.stop.push_back(at(whole, each.origin, printable_id(each.id) + " belongs to " + printable_agency(each.agency, "an agency") +
                                                       ", which case.xml does not list", "correct the id, or add the agency to case.xml"));
    if (each.born.known() && each.died.known() && day_number(each.died) < day_number(each.born) && each.died.year != each.born.year)
      faults.stop.push_back(at(whole, each.origin, printable_id(each.id) + " died before being born", "correct one of the two dates"));
  }
}

void check_public_names(const Case& whole, BundleFaults& faults) {
  std::map<std::string, const Identity*> people;
  for (const Identity& each : whole.people.entries) {
    if (each.may_be_named || each.kind != IdentityKind::person) continue;
    const auto [first, fresh] = people.emplace(ascii_lower(each.public_name), &each);
    if (!fresh)
      faults.tell.push_back(at(whole, each.origin, printable_id(each.id) + " has the same public name as " + printable_id(first->second->id) +
                                                       ": readers cannot tell them apart", "number them, as in Social Worker 1 and Social Worker 2"));
  }
}

/// The letters that `text` begins with.
std::string_view first_word(std::string_view text) {
  std::size_t end = 0;
  while (end < text.size() && is_in_name(static_cast<unsigned char>(text[end]))) ++end;
  return text.substr(0, end);
}

/// The register's names by their first words, so that thousands of them are not each looked for in thousands of places.
class NamesByFirstWord {
 public:
  explicit NamesByFirstWord(const std::vector<Identity>& entries) : entries_(entries) {
    for (std::size_t at = 0; at < entries.size(); ++at) {
      if (entries[at].may_be_named) continue;
      for (const NameEntry& name : entries[at].names)
        if (is_name(name.kind) && name.text.size() > 1) names_[std::string(first_word(ascii_lower(name.text)))].push_back({at, &name});
    }
  }

  /// Those with a name that stands in `text`, in the register's order.
  std::vector<const Identity*> named_in(std::string_view text) const {
    std::set<std::size_t> found;
    const std::string lowered = ascii_lower(text);
    look(text, "", found);
    for (std::size_t at = 0; at < lowered.size();) {
      const std::string_view word = first_word(std::string_view(lowered).substr(at));
      if (!word.empty()) look(text, std::string(word), found);
      at += word.size() + 1;
    }
    std::vector<const Identity*> people;
    for (const std::size_t each : found) people.push_back(&entries_[each]);
    return people;
  }

 private:
  struct Named {
    std::size_t entry = 0;
    const NameEntry* name = nullptr;
  };

  void look(std::string_view text, const std::string& word, std::set<std::size_t>& found) const {
    const auto names = names_.find(word);
    if (names == names_.end()) return;
    for (const Named& each : names->second)
      if (holds_name(text, each.name->text)) found.insert(each.entry);
  }

  const std::vector<Identity>& entries_;
  std::unordered_map<std::string, std::vector<Named>> names_;
};

/// Public names in which a name of the register stands.
void check_leaks(const Case& whole, BundleFaults& faults) {
  const NamesByFirstWord names(whole.people.entries);
  for (const Identity& shown : whole.people.entries) {
    if (shown.may_be_named) continue;
    const std::vector<const Identity*> given_away = names.named_in(shown.public_name);
    if (!given_away.empty())
      faults.stop.push_back(at(whole, shown.origin, "the public name of " + printable_id(shown.id) + " holds a real name of " +
                                                        ids_in_words(given_away), "choose a public name that is built from no real one"));
  }
  for (const Agency& agency : whole.agencies)
    for (const Identity& real : whole.people.entries) {
      if (real.may_be_named || real.kind != IdentityKind::person) continue;
      for (const NameEntry& name : real.names)
        if ((name.kind == NameKind::full || name.kind == NameKind::alias) && holds_name(agency.public_name, name.text)) {
          faults.tell.push_back(at(whole, whole.root.origin, "the public name of " + printable_agency(agency.id, "an agency") +
                                                                 " holds a name of " + printable_id(real.id), "choose other words"));
          break;
        }
    }
}

/// Names that stand for two entries with different public names: the program cannot decide which is meant.
void check_shared_names(const Case& whole, BundleFaults& faults) {
  struct Shared {
    std::vector<const Identity*> entries;
    const NameEntry* name = nullptr;
  };
  std::map<std::string, Shared> by_name;
  for (const Identity& each : whole.people.entries)
    for (const NameEntry& name : each.names) {
      // A family shares its family name and first names recur: context decides those, and marks what it cannot.
      if (name.kind == NameKind::given || name.kind == NameKind::middle || name.kind == NameKind::family) continue;
      Shared& shared = by_name[ascii_lower(name.text)];
      if (shared.entries.empty() || shared.entries.back() != &each) shared.entries.push_back(&each);
      shared.name = &name;
    }
  for (const auto& [text, shared] : by_name) {
    if (shared.entries.size() < 2) continue;
    const std::string& first = shared.entries[0]->public_name;
    const bool differ = std::any_of(shared.entries.begin(), shared.entries.end(), [&](const Identity* each) { return each->public_name != first; });
    if (differ)
      faults.tell.push_back(at(whole, shared.name->origin, ids_in_words(shared.entries) + " share a name or number in the register, so it "
                                                               "cannot be told who is meant where it stands alone",
                               "such places will be marked as uncertain in the draft; write fuller names there"));
  }
}

}  // namespace

std::string printable_id(std::string_view id, std::string_view instead) {
  const std::size_t letters = std::min(id.find_first_of("0123456789"), id.size());
  const bool like_an_id = letters <= 3 && letters < id.size() && id.size() <= 12;
  return std::string(like_an_id ? id : instead);
}

std::string printable_agency(std::string_view id, std::string_view instead) {
  const std::string shown = printable_id(id, "");
  return shown.empty() ? std::string(instead) : "agency " + shown;
}

void check_register(const Case& whole, bool has_agencies, BundleFaults& faults) {
  if (whole.people.entries.empty()) {
    faults.stop.push_back({join(whole.folder, "people.xml"), 0, 0, "the register is empty, so nothing could be made anonymous",
                           "enter everybody and every place that could give the child away"});
    return;
  }
  check_ids(whole, faults);
  check_relations(whole, has_agencies, faults);
  for (const Identity& each : whole.people.entries)
    if (each.names.empty())
      faults.stop.push_back(at(whole, each.origin, "the " + std::string(word_for(each.kind)) + " " + printable_id(each.id) + " has no name", "enter the real name"));
  check_public_names(whole, faults);
  check_leaks(whole, faults);
  check_shared_names(whole, faults);
}

}  // namespace casewright
