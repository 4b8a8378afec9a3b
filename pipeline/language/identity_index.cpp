#include "language/identity_index.h"

#include <algorithm>

#include "foreign/unicode.h"

namespace casewright {
namespace {

constexpr std::size_t shortest_inner = 5;

/// Names that may be looked for with one letter wrong; those that are no everyday words, inside a longer word too.
bool telling(const NameForm& form) {
  if (form.need == CaseNeed::all_capitals) return false;
  switch (form.shape) {
    case FormShape::given:
    case FormShape::family:
    case FormShape::other:
    case FormShape::half:
    case FormShape::joined:
    case FormShape::place:
    case FormShape::place_core: return true;
    case FormShape::whole:
    case FormShape::middle:
    case FormShape::plural:
    case FormShape::initials:
    case FormShape::made_initials:
    case FormShape::address:
    case FormShape::contact: return false;
  }
  return false;
}

}  // namespace

IdentitySearch::Index::Index(const Register& people) : forms(name_forms(people)) {
  add_facts(people);
  for (std::uint32_t i = 0; i < forms.size();) {
    std::uint32_t end = i + 1;
    while (end < forms.size() && forms[end].atoms == forms[i].atoms) ++end;
    const std::uint32_t phrase = automaton.add(forms[i].atoms);
    forms_of_phrase.push_back({i, end});
    if (forms[i].atoms.size() == 1) add_single(phrase);
    i = end;
  }
  automaton.build();
  near.build();
  add_compact(people);
}

void IdentitySearch::Index::add_facts(const Register& people) {
  for (const Identity& each : people.entries) {
    IdentityFacts fact;
    fact.public_name = unicode::fold(each.public_name);
    fact.role = each.role;
    fact.sex = each.sex == "female" ? 'f' : each.sex == "male" ? 'm' : ' ';
    fact.person = each.kind == IdentityKind::person;
    fact.may_be_named = each.may_be_named;
    fact.child = each.role == "subject" || each.role == "sibling";
    fact.family = fact.child || each.role == "mother" || each.role == "father" || each.role == "relative";
    facts.push_back(std::move(fact));
  }
}

void IdentitySearch::Index::add_single(std::uint32_t phrase) {
  const std::string& atom = begin(phrase)->atoms.front();
  single.emplace(atom, phrase);
  if (std::none_of(begin(phrase), end(phrase), telling)) return;
  const bool everyday = std::all_of(begin(phrase), end(phrase), [](const NameForm& each) { return each.everyday; });
  near.add(atom, phrase, everyday);
  if (everyday || atom.size() < shortest_inner) return;
  inner.emplace(atom, phrase);
  longest_inner = std::max(longest_inner, atom.size());
}

void IdentitySearch::Index::add_compact(const Register& people) {
  for (const CompactForm& each : compact_forms(people)) {
    for (std::size_t length = 1; length <= each.compact.size(); ++length)
      compact_heads.insert(each.compact.substr(0, length));
    compact[each.compact].push_back(each);
  }
}

}  // namespace casewright
