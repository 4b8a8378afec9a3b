#include "ingest/case/references.h"

#include <algorithm>
#include <map>

#include "base/text.h"
#include "ingest/case/case_checks.h"

namespace casewright {
namespace {

enum class Points { person, place, agency, owner, line, finding, recommendation, perhaps_person };

/// Which attributes hold ids; an empty element stands for any.
struct Reference {
  std::string_view element, attribute;
  Points points;
};
constexpr Reference references[] = {
    {"", "person", Points::person},
    {"", "place", Points::place},
    {"", "agency", Points::agency},
    {"", "child", Points::person},
    {"recommendation", "owner", Points::owner},
    {"action", "owner", Points::owner},
    {"action", "recommendation", Points::recommendation},
    {"recommendation", "finding", Points::finding},
    {"learning-point", "finding", Points::finding},
    {"theme", "line", Points::line},
    {"finding", "line", Points::line},
    {"quote", "by", Points::perhaps_person},
};

struct Kind {
  std::string_view what, where;
};
Kind kind_of(Points points) {
  switch (points) {
    case Points::person: case Points::perhaps_person: return {"person", "people.xml"};
    case Points::place: return {"place", "people.xml"};
    case Points::agency: case Points::owner: return {"agency", "case.xml"};
    case Points::line: return {"key line of enquiry", "case.xml"};
    case Points::finding: return {"finding", "sections/"};
    case Points::recommendation: return {"recommendation", "sections/ or imr/"};
  }
  return {};
}

template <class Visit>
void each_element(const Record& root, Visit visit) {
  std::vector<const Record*> open{&root};
  while (!open.empty()) {
    const Record* next = open.back();
    open.pop_back();
    visit(*next);
    for (auto child = next->children.rbegin(); child != next->children.rend(); ++child)
      if (!child->is_text()) open.push_back(&*child);
  }
}

bool holds(const std::vector<std::string>& ids, std::string_view id) { return std::find(ids.begin(), ids.end(), id) != ids.end(); }

bool in_register(const Case& whole, std::string_view id, bool as_person) {
  const Identity* found = whole.people.find(id);
  return found != nullptr && (found->kind == IdentityKind::person) == as_person;
}

bool exists(Points points, std::string_view id, const Case& whole, const KnownIds* ids) {
  // An empty register is told of once.
  if (kind_of(points).where == "people.xml" && whole.people.entries.empty()) return true;
  switch (points) {
    case Points::person: return in_register(whole, id, true);
    case Points::perhaps_person: return printable_id(id) == "that id" || in_register(whole, id, true);
    case Points::place: return in_register(whole, id, false);
    case Points::owner: return id == "board" || whole.agency(id) != nullptr;
    case Points::agency: return whole.agency(id) != nullptr;
    case Points::line: return ids == nullptr || holds(ids->lines, id);
    case Points::finding: return ids == nullptr || !ids->complete || holds(ids->findings, id);
    case Points::recommendation: return ids == nullptr || !ids->complete || holds(ids->recommendations, id);
  }
  return true;
}

std::string hint_for(Points points, std::string_view id, const Case& whole) {
  const Identity* found = whole.people.find(id);
  if (found != nullptr && points == Points::person) return "that id is a place or an organisation: write place=\"...\"";
  if (found != nullptr && points == Points::place) return "that id is a person: write person=\"...\"";
  if (points == Points::owner) return "an owner is an agency of case.xml by its id, or \"board\"";
  return "correct the id, or add the " + std::string(kind_of(points).what) + " to " + std::string(kind_of(points).where);
}

/// "person P99, which does not exist", without the id where it may be a name.
std::string pointed_at(Points points, std::string_view id) {
  const std::string what(kind_of(points).what), shown = printable_id(id);
  if (shown != "that id") return what + " " + shown + ", which does not exist";
  return (what[0] == 'a' ? "an " : "a ") + what + " by an id that does not exist";
}

/// Notes who bears each id and tells of the second.
class GivenOut {
 public:
  GivenOut(const Case& whole, BundleFaults& faults, std::string what) : whole_(whole), faults_(faults), what_(std::move(what)) {}

  void add(const Record& record) {
    const std::string id = fold_space(record.attribute("id"));
    if (id.empty()) return;
    const auto [first, fresh] = first_.emplace(id, record.origin);
    if (!fresh)
      faults_.stop.push_back({whole_.sources[record.origin.source], record.origin.part, 0,
                              "the " + what_ + " " + printable_id(id) + " is there twice; the first is in " + place_of(first->second, record.origin),
                              "give one of them an id of its own"});
  }
  std::vector<std::string> ids() const {
    std::vector<std::string> all;
    for (const auto& [id, origin] : first_) all.push_back(id);
    return all;
  }

 private:
  std::string place_of(Origin origin, Origin seen_from) const {
    const std::string& file = whole_.sources[origin.source];
    const std::string place = place_in_case(file, origin.part);
    return origin.source == seen_from.source ? place : std::string(file_name(file)) + ", " + place;
  }
  const Case& whole_;
  BundleFaults& faults_;
  std::string what_;
  std::map<std::string, Origin> first_;
};

}  // namespace

KnownIds known_ids(const Case& whole, bool complete, BundleFaults& faults) {
  GivenOut agencies(whole, faults, "agency"), lines(whole, faults, "key line of enquiry"), terms(whole, faults, "term of reference"),
      findings(whole, faults, "finding"), recommendations(whole, faults, "recommendation"), actions(whole, faults, "action");
  const auto gather = [&](const Record& element) {
    if (element.name == "finding") findings.add(element);
    if (element.name == "recommendation") recommendations.add(element);
    if (element.name == "action") actions.add(element);
    if (element.name == "agency") agencies.add(element);
    if (element.name == "line") lines.add(element);
    if (element.name == "term") terms.add(element);
  };
  each_element(whole.root, gather);
  for (const Record& section : whole.sections) each_element(section, gather);
  for (const Record& imr : whole.imrs) each_element(imr, gather);
  for (const Record& action : whole.actions) gather(action);
  return {complete, lines.ids(), findings.ids(), recommendations.ids()};
}

void check_references(const Record& root, const Case& whole, const KnownIds* ids, BundleFaults& faults) {
  each_element(root, [&](const Record& element) {
    for (const Reference& reference : references) {
      if (!reference.element.empty() && element.name != reference.element) continue;
      const std::string value = fold_space(element.attribute(reference.attribute));
      if (value.empty()) continue;
      const std::vector<std::string_view> each_id =
          reference.points == Points::perhaps_person ? std::vector<std::string_view>{value} : split(value, ' ');
      for (const std::string_view id : each_id)
        if (!exists(reference.points, id, whole, ids))
          faults.stop.push_back({whole.sources[element.origin.source], element.origin.part, 0,
                                 "<" + element.name + "> points to " + pointed_at(reference.points, id), hint_for(reference.points, id, whole)});
    }
  });
}

}  // namespace casewright
