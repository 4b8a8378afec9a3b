#pragma once

#include <string_view>

#include "language/lexicon.h"

namespace casewright {

/// How many syllables a folded English word has: from the lexicon where it is listed, else counted.
int syllables_of(std::string_view word, const Lexicon& lexicon);

}  // namespace casewright
