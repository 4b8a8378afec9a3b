#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/span.h"

namespace casewright {

/// What a register entry is.
enum class IdentityKind : std::uint8_t { person, place, organisation };

/// What kind of name or number identifies an entry.
enum class NameKind : std::uint8_t {
  full,        ///< the whole name in its usual order
  given, middle, family,
  alias, nickname, former,
  initials,
  place_name, address, postcode,
  email, username, phone, number,
};

/// One name, as the register writes it.
struct NameEntry {
  NameKind kind = NameKind::full;
  std::string text;
  Origin origin;
};

/// How one entry stands to another: "mother of P01".
struct Relation {
  std::string kind;
  std::string to;
  Origin origin;
};

/// One person, place or organisation of the identity register with everything that could identify it.
struct Identity {
  IdentityKind kind = IdentityKind::person;
  std::string id;           ///< "P03", unique in the register
  std::string role;         ///< "subject", "sibling", "practitioner"; a place's kind ("school")
  std::string public_name;  ///< what a reader sees: "Child K", "Social Worker 1", "a primary school"
  std::string agency;       ///< id of a practitioner's agency, or empty
  std::string sex;
  Date born;
  Date died;
  bool may_be_named = false;  ///< reviewers, chairs, board members: left as they are
  std::vector<NameEntry> names;
  std::vector<Relation> relations;
  Origin origin;
};

/// The identity register of one review. Confidential: no entry's names ever leave the machine or reach an
/// output, a log or a temporary file.
struct Register {
  std::vector<Identity> entries;

  /// The entry with that id, or null.
  const Identity* find(std::string_view id) const;
};

}  // namespace casewright
