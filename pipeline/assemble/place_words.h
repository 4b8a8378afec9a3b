#pragma once

#include <optional>
#include <string_view>

#include "assemble/public_words.h"

namespace casewright {

/// A place's name with the capitalised words beside it that are part of it: "Academy" and "Sch." behind a school's name,
/// "North" before a town's.
Span whole_place_name(std::string_view text, const Naming& naming);
/// The span with the noun behind it that the public name says again: "school" of "St Bride's school".
Span with_noun(std::string_view text, const Naming& naming, Span span);
/// What goes where the noun before says it all: "of Wharnley" in "the town of Wharnley" where readers see "the town".
std::optional<Span> said_by_noun(std::string_view text, const Naming& naming);

}  // namespace casewright
