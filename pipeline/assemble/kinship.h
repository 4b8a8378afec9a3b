#pragma once

#include <string_view>

namespace casewright {

/// How one person stands to another, as far as a family tree can be drawn from it.
enum class Kin { none, parent, child, sibling, partner, grandparent, grandchild };

/// What the register's words for a relation come to: "half-brother" is a sibling, "step-father" a parent.
Kin kin_of(std::string_view relation);

/// The word that a public case keeps for it ("parent"), empty for none.
std::string_view name_of(Kin kin);
/// The kin of that word.
Kin kin_named(std::string_view name);

}  // namespace casewright
