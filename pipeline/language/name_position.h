#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/known_words.h"

namespace casewright {

/// One token of a text under search.
struct SeenToken {
  Span span;
  Casing casing = Casing::lower;
  bool opens_sentence = false;
  bool never_small = false;  ///< a long text never has it in small letters
  bool seen_small = false;   ///< the text has it in small letters somewhere
  const KnownWord* word = nullptr;

  bool is_word() const { return casing != Casing::punctuation; }
  bool capital() const { return has_capital(casing); }
};

/// Whether a word that is both a name and a plain word stands as a name.
enum class Standing : std::uint8_t { name, plain_word, unclear };

/// Judges an everyday word ("Will", "May", "Grace") by the words around it.
Standing standing_of(const std::vector<SeenToken>& tokens, std::size_t at);

/// True where the words around token `at` are all in capitals.
bool in_capitals(const std::vector<SeenToken>& tokens, std::size_t at);
/// True where a word in capitals that no name explains directly follows the name that ends at token `last`:
/// a surname the register does not have.
bool stranger_follows(const std::vector<SeenToken>& tokens, std::size_t last);
/// The same before token `first`.
bool stranger_precedes(const std::vector<SeenToken>& tokens, std::size_t first);

}  // namespace casewright
