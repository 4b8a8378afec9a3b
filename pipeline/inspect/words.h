#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "inspect/corpus.h"
#include "model/prose.h"

namespace casewright {

/// How many syllables a folded English word has: from the corpus where it is listed, else counted.
int syllables_of(std::string_view word, const Corpus& corpus);

/// True for a token that is a word or a number, not a mark.
bool counts_as_word(const Token& token);
/// How many words stand in the tokens [first, end).
std::uint32_t count_words(const Prose& prose, std::uint32_t first, std::uint32_t end);

/// The passives among the tokens [first, end): each as the span from its form of "be" to the participle.
std::vector<Span> passives_in(const Prose& prose, std::uint32_t first, std::uint32_t end,
                              const Corpus& corpus);

}  // namespace casewright
