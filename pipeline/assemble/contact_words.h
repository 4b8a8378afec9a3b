#pragma once

#include <optional>
#include <string_view>

#include "assemble/edit.h"
#include "assemble/public_words.h"

namespace casewright {

bool is_contact(NameKind kind);
/// What stands for a number or an address of the wires where no label says what it is: "a telephone number".
std::string_view words_for_contact(NameKind kind);

/// What happens to a number whose label stands before it: "Tel: not given here", "her NHS number" without the number; a postcode has
/// one, too. Nothing where no label does. Nothing before `from` is looked at.
std::optional<Edit> under_its_label(std::string_view text, const Naming& naming, std::uint32_t from);

}  // namespace casewright
