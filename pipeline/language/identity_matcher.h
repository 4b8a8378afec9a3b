#pragma once

#include <string_view>
#include <vector>

#include "language/identity_index.h"
#include "language/name_position.h"
#include "language/identity_search.h"
#include "language/known_words.h"
#include "model/prose.h"

namespace casewright {

/// The hits of a register in one text whose tokens are known, in the order of the text: what may be a name is found
/// first, then judged by how it is written, what stands beside it, and whom else it could mean.
std::vector<IdentityHit> match_identities(const IdentitySearch::Index& index, std::string_view text,
                                          const std::vector<SeenToken>& tokens, Scope scope);

}  // namespace casewright
