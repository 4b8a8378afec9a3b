#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"
#include "model/prose.h"

namespace casewright {

/// One word, number or mark as it stands in a text.
struct RawToken {
  Span span;
  Casing casing = Casing::lower;
};

/// Appends the tokens of `text` to `tokens`.
///
/// Apostrophes and hyphens inside a word belong to it ("O'Brien", "double-barrelled"); a possessive ending
/// is a token of its own with the casing of punctuation ("child" + "'s"), and so is the 's of "it's".
/// Numbers keep their inner stops and commas ("3.2", "1,000"). Every other mark is a token by itself;
/// white space is none.
void scan_tokens(std::string_view text, std::vector<RawToken>& tokens);

/// The folded words and marks of a phrase, cut as Prose is cut, so that both can be compared.
std::vector<std::string> words_of_phrase(std::string_view phrase);

}  // namespace casewright
