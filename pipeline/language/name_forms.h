#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "language/name_spellings.h"
#include "model/register.h"

namespace casewright {

/// How a form of a name came from the register's own words.
enum class FormShape : std::uint8_t {
  whole,      ///< a full name, in any order, or an initial with the family name
  given, family, other,  ///< one name by itself; "other" is an alias or a nickname
  half,       ///< one part of a name of several parts
  middle,
  plural,     ///< "the Smiths"
  initials,   ///< as the register writes them
  made_initials,
  joined,     ///< "jansmith"
  place, place_core, address,
  contact,    ///< email and user names
};

/// How a form must be written to count.
enum class CaseNeed : std::uint8_t { any, capital, all_capitals };

/// One way to write one name.
struct NameForm {
  Atoms atoms;
  std::uint32_t identity = 0;     ///< index in the register
  NameKind kind = NameKind::full;
  FormShape shape = FormShape::whole;
  CaseNeed need = CaseNeed::any;
  bool reversed = false;          ///< family name first: a comma may stand inside
  bool everyday = false;          ///< all its atoms are everyday words
  bool common = false;            ///< one common word that is not listed as a name, too: "clay", "reading"
  bool ends_possessive = false;   ///< as Written says
};

/// A number, postcode or telephone number without its spaces and marks, in small letters.
struct CompactForm {
  std::string compact;
  std::uint32_t identity = 0;
  NameKind kind = NameKind::number;
};

/// Every form of every name in the register; forms equal in atoms, identity and shape are given once.
std::vector<NameForm> name_forms(const Register& people);
/// Every number, postcode and telephone number, also with +44 for the leading nought.
std::vector<CompactForm> compact_forms(const Register& people);

}  // namespace casewright
