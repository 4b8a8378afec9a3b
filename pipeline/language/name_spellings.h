#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// A name cut into atoms: folded words without hyphens and apostrophes.
using Atoms = std::vector<std::string>;

/// Every way to cut a name as the register writes it.
struct Written {
  std::vector<Atoms> variants;
  bool ends_possessive = false;  ///< its own last word ends in 's ("St Brigid's")
};

/// The ways to write a name: "O'Shea" as one word and as two, "Mc" as "Mac", "Saint" as "St"; with `shorten`, "Road" as "Rd", too.
Written variants_of(std::string_view text, bool shorten);

/// The atoms of a text as it is searched: folded, marks and possessive endings dropped.
Atoms atoms_of(std::string_view text);
/// Letters and digits of a text, folded.
std::string compact_of(std::string_view text);
/// The words that capitals tell apart in a word written in one, folded: "justice", "for" and "summer" of "JusticeForSummer".
std::vector<std::string> humps_of(std::string_view written);

}  // namespace casewright
