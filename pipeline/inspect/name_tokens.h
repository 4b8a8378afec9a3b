#pragma once

#include <algorithm>
#include <string_view>

#include "model/prose.h"

namespace casewright {

/// The word of a token, folded.
inline std::string_view folded_word(const Prose& prose, std::uint32_t at) { return prose.words[prose.tokens[at].word].folded; }

/// True for a word with a capital letter.
inline bool has_capital(const Prose& prose, std::uint32_t at) { return has_capital(prose.tokens[at].casing); }

inline bool is_mark(const Prose& prose, std::uint32_t at) { return prose.tokens[at].casing == Casing::punctuation; }

/// True for the stop of "J.", which belongs to the initial.
inline bool closes_initial(const Prose& prose, std::uint32_t at) {
  return at > 0 && prose.view(prose.tokens[at].span()) == "." && prose.tokens[at - 1].length == 1 &&
         prose.tokens[at - 1].casing == Casing::capitalised;
}

/// True for "1993" and "2018a".
inline bool is_year(std::string_view word) {
  const bool digits = word.size() >= 4 && std::all_of(word.begin(), word.begin() + 4, [](char c) { return c >= '0' && c <= '9'; });
  return digits && (word.starts_with("19") || word.starts_with("20")) && (word.size() == 4 || (word.size() == 5 && word[4] >= 'a' && word[4] <= 'z'));
}

}  // namespace casewright
