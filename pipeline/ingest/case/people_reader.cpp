#include "ingest/case/people_reader.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/papers/record_dates.h"
#include "ingest/values/name_parts.h"

namespace casewright {
namespace {

void add_name(Identity& identity, NameKind kind, std::string text, Origin origin) {
  text = fold_space(text);
  const bool known = std::any_of(identity.names.begin(), identity.names.end(),
                                 [&](const NameEntry& each) { return each.kind == kind && each.text == text; });
  if (!text.empty() && !known) identity.names.push_back({kind, std::move(text), origin});
}

void add_parts(Identity& identity, const NameParts& parts, Origin origin) {
  add_name(identity, NameKind::full, parts.full(), origin);
  add_name(identity, NameKind::full, parts.short_form(), origin);
  add_name(identity, NameKind::given, parts.given, origin);
  for (const std::string& middle : parts.middle) add_name(identity, NameKind::middle, middle, origin);
  add_name(identity, NameKind::family, parts.family, origin);
}

}  // namespace

void add_person_name(Identity& identity, const Record& name) {
  if (name.child("family") == nullptr) {
    const std::string whole = fold_space(name.content());
    const NameParts parts = split_name(whole);
    if (parts.full().empty()) add_name(identity, NameKind::full, without_title(whole), name.origin);
    add_parts(identity, parts, name.origin);
    return;
  }
  NameParts parts{name.content_of("given"), {}, name.content_of("family")};
  for (const Record* middle : name.all("middle")) parts.middle.push_back(fold_space(middle->content()));
  add_parts(identity, parts, name.origin);
}

namespace {

struct NameElement {
  std::string_view element;
  NameKind kind;
};
constexpr NameElement name_elements[] = {
    {"alias", NameKind::alias},       {"nickname", NameKind::nickname}, {"former-name", NameKind::former},
    {"initials", NameKind::initials}, {"username", NameKind::username}, {"email", NameKind::email},
    {"phone", NameKind::phone},       {"number", NameKind::number},     {"address", NameKind::address},
    {"postcode", NameKind::postcode},
};

void add_other_names(Identity& identity, const Record& entry) {
  for (const Record& part : entry.children)
    for (const NameElement& each : name_elements)
      if (part.name == each.element) add_name(identity, each.kind, part.content(), part.origin);
}

Identity read_person(const Record& person) {
  Identity identity;
  identity.kind = IdentityKind::person;
  identity.role = person.attribute("role");
  identity.agency = person.attribute("agency");
  identity.sex = person.attribute("sex");
  identity.born = date_of(person, "born");
  identity.died = date_of(person, "died");
  identity.may_be_named = person.attribute("publish") == "name" || identity.role == "allowed";
  if (const Record* name = person.child("name")) add_person_name(identity, *name);
  for (const Record* each : person.all("relation"))
    identity.relations.push_back({std::string(each->attribute("kind")), std::string(each->attribute("to")), each->origin});
  return identity;
}

Identity read_place(const Record& place, IdentityKind kind) {
  Identity identity;
  identity.kind = kind;
  identity.role = place.attribute("kind");
  if (const Record* name = place.child("name")) add_name(identity, NameKind::place_name, name->content(), name->origin);
  return identity;
}

}  // namespace

Register read_people(const Record& people) {
  Register entries;
  for (const Record& entry : people.children) {
    if (entry.is_text()) continue;
    Identity identity = entry.name == "person"  ? read_person(entry)
                        : entry.name == "place" ? read_place(entry, IdentityKind::place)
                                                : read_place(entry, IdentityKind::organisation);
    identity.id = fold_space(entry.attribute("id"));
    identity.public_name = fold_space(entry.attribute("public"));
    identity.origin = entry.origin;
    add_other_names(identity, entry);
    entries.entries.push_back(std::move(identity));
  }
  return entries;
}

}  // namespace casewright
