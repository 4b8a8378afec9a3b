#include "ingest/case/case_people.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/case/people_reader.h"

namespace casewright {
namespace {

/// True where an entry of the register bears one of the names, whole.
bool is_registered(const Register& people, const Identity& person) {
  const auto bears = [](const Identity& entry, const NameEntry& name) {
    return std::any_of(entry.names.begin(), entry.names.end(),
                       [&](const NameEntry& each) { return each.kind == NameKind::full && each.text == name.text; });
  };
  return std::any_of(people.entries.begin(), people.entries.end(), [&](const Identity& entry) {
    return std::any_of(person.names.begin(), person.names.end(),
                       [&](const NameEntry& name) { return name.kind == NameKind::full && bears(entry, name); });
  });
}

void add(Register& people, const Record* name, std::string id, std::string public_name, bool may_be_named) {
  if (name == nullptr) return;
  const std::string words = fold_space(name->content());
  if (words.empty() || words.starts_with("To write")) return;  // a new case's skeleton, still to be filled in
  Identity person;
  person.id = std::move(id);
  person.role = may_be_named ? "allowed" : "other";
  person.public_name = std::move(public_name);
  person.may_be_named = may_be_named;
  person.origin = name->origin;
  add_person_name(person, *name);
  if (!is_registered(people, person)) people.entries.push_back(std::move(person));
}

void add_authors(Case& whole, const Record& imr) {
  const std::string agency(imr.attribute("agency"));
  const Agency* known = whole.agency(agency);
  const std::string by = known == nullptr ? "an agency" : known->public_name;
  if (const Record* author = imr.child("author"))
    add(whole.people, author->child("name"), agency + "-author", "the author of the review by " + by, false);
  if (const Record* sign_off = imr.child("sign-off"))
    add(whole.people, sign_off->child("name"), agency + "-sign-off", "the senior manager of " + by, false);
}

}  // namespace

void add_people_of_case(Case& whole) {
  for (const Record& imr : whole.imrs) add_authors(whole, imr);
  if (const Record* reviewers = whole.root.child("reviewers")) {
    int count = 0;
    for (const Record* each : reviewers->all("reviewer"))
      add(whole.people, each->child("name"), "reviewer-" + std::to_string(++count), "the reviewer", true);
  }
  if (const Record* panel = whole.root.child("panel"))
    if (const Record* chair = panel->child("chair")) add(whole.people, chair->child("name"), "panel-chair", "the panel chair", true);
  if (const Record* board = whole.root.child("board")) add(whole.people, board->child("chair"), "board-chair", "the chair", true);
}

}  // namespace casewright
