#pragma once

#include <optional>
#include <string_view>

#include "assemble/public_words.h"

namespace casewright {

/// "St Bride's" and "primary school" without the article before.
std::string_view without_article(std::string_view words);
/// "Social Worker" of "Social Worker 1"; letters after "Child" stay.
std::string_view without_number(std::string_view words);
bool is_article(std::string_view word);

/// What goes where the relation before a name says it all: the name in "her mother Mary" and in "Child K's grandmother, Mary
/// Bell, wrote". Nothing before `from` is looked at.
std::optional<Span> said_by_relation(std::string_view text, const Naming& naming, std::uint32_t from);
/// The name with what beside it says part of the public name again: "the social worker Parveen Akhtar", "Nan Bell", "Police
/// Constable Ellery", "the health visitor, Joanna May,".
Span with_role(std::string_view text, const Naming& naming, std::uint32_t from);

}  // namespace casewright
