#pragma once

#include <string>
#include <string_view>
#include <unordered_set>

#include "base/span.h"

namespace casewright {

/// The words of corpus/numbered-things.txt, folded; one with a '-' in front takes a longer wording out again.
using NumberedThings = std::unordered_set<std::string>;

/// True where the words before `span`, or the first words in it, say that its number belongs to a thing and to nobody:
/// "serial no. AB123456C", "batch 12345". `text` is the stretch that holds the span.
bool numbers_a_thing(const NumberedThings& things, std::string_view text, Span span);

}  // namespace casewright
