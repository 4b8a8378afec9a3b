#pragma once

#include <cstddef>

#include "language/identity_index.h"
#include "language/identity_matches.h"

namespace casewright {

/// What the words beside a name say: that it is its bearer's as far as they go, another person's, or that of a thing.
enum class Belied : std::uint8_t { no, another, thing };

/// Whether the words beside a name of `identity` say that it is somebody else's, whom the register may not have: kin that
/// it cannot be ("Callum's uncle, Mr Braithe," of a father), another profession behind the name, "senior" or another given name in
/// brackets, or a namesake ("another boy called Callum"); or that it is a house's, a
/// firm's or an abbreviation ("Prewett House", "the ACE score"). The name and its titles are the tokens [first, last]; `before` is the
/// hit before it in the text, or null.
Belied belied_beside(const SearchedText& searched, std::uint32_t identity, std::size_t first, std::size_t last, bool by_family_name, const IdentityHit* before);

}  // namespace casewright
