#pragma once

#include <cstddef>

#include "language/identity_index.h"
#include "language/identity_matches.h"

namespace casewright {

/// True where the words beside a name of `identity` say that it is somebody else's, whom the register may not have: kin that
/// it cannot be ("Callum's uncle, Mr Braithe," of a father), another profession behind the name, "senior" or another given name in
/// brackets, or a namesake ("another boy called Callum"). The name and its titles are the tokens [first, last]; `before` is the
/// hit before it in the text, or null.
bool belied_beside(const SearchedText& searched, std::uint32_t identity, std::size_t first, std::size_t last, bool by_family_name, const IdentityHit* before);

}  // namespace casewright
