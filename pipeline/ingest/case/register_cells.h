#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"
#include "ingest/values/labels.h"

namespace casewright {

// What single cells of a register say, where people keep it as a table. The elements are those of templates/schemas/people.rng.

/// The parts of a cell that lists several numbers or addresses online: by lines, semicolons, commas and "or".
std::vector<std::string> numbers_of_list(std::string_view cell);

/// A name as a cell tells it: "Katarzyna Nowak (Kasia), née Brown".
struct NameTold {
  std::string name;           ///< without what else it says; capitals throughout are set as names are
  std::vector<Record> others; ///< alias, nickname, former-name and so on
};
NameTold name_told(std::string_view cell, Origin origin);
/// A person's name in the usual order and letters: "NOWAK, Katarzyna" and "NOWAK Katarzyna" are Katarzyna Nowak.
std::string name_in_order(std::string_view name);

/// The other names of a cell, each as an element; those that do not say what they are become `element`, of that kind where one is told.
std::vector<Record> other_names(std::string_view cell, std::string_view element, std::string_view kind, Origin origin);

/// A number, telephone, e-mail or name online as the element that it looks like, or that the words before it say: "Crime ref ZX/4471/23".
Record identifier_told(std::string_view words, Origin origin);
/// Telephones, e-mails, NHS numbers and registrations of cars that stand within a remark.
std::vector<Record> identifiers_within(std::string_view remark, Origin origin);
/// True for words that look like an address: a house number, a postcode, a street.
bool is_address(std::string_view words);

/// A postcode in the words ("ZZ99 1AA"); nothing where there is none.
std::optional<std::string> postcode_in(std::string_view words);

/// Whom or what the words tell of: a role of a person, a kind of place, an organisation. `none` where they tell nothing.
Field entry_told(std::string_view words);
bool is_person(Field entry);
bool is_place(Field entry);

/// "half brother of Child A", "Child A's half brother": what somebody is, and to whom where that is told.
struct RelationTold {
  std::string kind;  ///< in small letters, short forms written out: "half-brother"
  std::string to;    ///< "Child A"; empty where nobody is named
};
RelationTold relation_told(std::string_view words);
/// All that a cell tells: "Father of Ash, stepfather of Rowan" tells two.
std::vector<RelationTold> relations_told(std::string_view cell);

/// "female", "male" or "other" of "F", "boy" and the like; empty where it says none.
std::string sex_told(std::string_view words);

}  // namespace casewright
