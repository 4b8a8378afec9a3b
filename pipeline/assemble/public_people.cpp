#include "assemble/public_people.h"

#include "assemble/kinship.h"

namespace casewright {
namespace {

std::string first_subject(const Record& case_root) {
  const Record* subjects = case_root.child("subjects");
  const Record* subject = subjects == nullptr ? nullptr : subjects->child("subject");
  return subject == nullptr ? std::string() : std::string(subject->attribute("person"));
}

std::string relation_to(const Identity& person, const std::string& subject) {
  for (const Relation& each : person.relations)
    if (each.to == subject) return each.kind;
  return person.role == "subject" || person.role == "practitioner" || person.role == "other" ? std::string() : person.role;
}

int months_between(const Date& from, const Date& to) {
  const int months = (to.year - from.year) * 12 + to.month - from.month;
  return from.exact() && to.exact() && to.day < from.day ? months - 1 : months;
}

}  // namespace

std::string age_in_words(const Date& born, const Date& at) {
  if (!born.known() || !at.known() || at < born) return {};
  if (born.month == 0 || at.month == 0) {
    const int years = at.year - born.year;
    return years < 3 ? std::string() : "about " + std::to_string(years) + " years";
  }
  const int months = months_between(born, at);
  if (months < 1) return "under one month";
  if (months < 24) return std::to_string(months) + (months == 1 ? " month" : " months");
  return std::to_string(months / 12) + " years";
}

std::vector<Record> public_people(const Register& people, const Record& case_root, const Date& at) {
  const std::string subject = first_subject(case_root);
  std::vector<Record> all;
  for (const Identity& each : people.entries) {
    Record person;
    person.name = each.kind == IdentityKind::person ? "person" : each.kind == IdentityKind::place ? "place" : "organisation";
    person.origin = each.origin;
    person.set_attribute("id", each.id);
    person.set_attribute("role", each.role);
    person.set_attribute("public", each.public_name);
    if (each.kind != IdentityKind::person) {
      all.push_back(std::move(person));
      continue;
    }
    const auto add = [&person](std::string_view key, std::string value) {
      if (!value.empty()) person.set_attribute(key, std::move(value));
    };
    add("relation", relation_to(each, subject));
    const bool lived = !each.died.known() || !at.known() || at <= each.died;
    add("age", lived ? age_in_words(each.born, at) : age_in_words(each.born, each.died));
    add("sex", each.sex);
    for (const Relation& relation : each.relations) {
      const Kin kin = kin_of(relation.kind);
      if (kin == Kin::none) continue;
      Record tie;
      tie.name = "kin";
      tie.origin = each.origin;
      tie.set_attribute("to", relation.to);
      tie.set_attribute("how", std::string(name_of(kin)));
      person.children.push_back(std::move(tie));
    }
    all.push_back(std::move(person));
  }
  return all;
}

}  // namespace casewright
