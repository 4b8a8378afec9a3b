#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "language/lexicon.h"
#include "model/prose.h"

namespace casewright {

/// What a word can be in a sentence, as far as rules need to know; a word may be several things.
enum class WordClass : std::uint16_t {
  be = 1,            ///< any form of "be"
  become_by = 2,     ///< "get", "gets", "getting", "got": they make passives too
  adverb = 4,        ///< also "not"; may stand between "be" and its participle
  participle = 8,    ///< past participle, of either sort
  state = 16,        ///< a participle that after "be" mostly says how somebody is: "tired", "interested"
  determiner = 32,   ///< "the", "his", "any"
  pronoun = 64,      ///< "he", "they", "who"
  preposition = 128, ///< "in", "of"
  negation = 256,    ///< "not", "never", "no"
  auxiliary = 512,   ///< "will", "has", "do", "can"
  nominal = 1024,    ///< a noun made of a verb: "consideration", "assessment"
  contracted = 2048, ///< holds a form of "be" joined to another word: "they're"
  question = 4096,   ///< "why", "when": what follows is turned round
  suffixed = 8192,   ///< "'s" apart from its word: "is", "has" or a possessive
};

/// A set of WordClasses.
struct WordClasses {
  std::uint16_t bits = 0;
  constexpr bool has(WordClass each) const { return (bits & static_cast<std::uint16_t>(each)) != 0; }
  constexpr void add(WordClass each) { bits = static_cast<std::uint16_t>(bits | static_cast<std::uint16_t>(each)); }
};

/// What is known of one distinct word; all that readability and grammar ask.
struct WordFacts {
  WordClasses classes;
  std::uint8_t syllables = 1;
  std::uint16_t letters = 0;
  std::uint16_t characters = 0;  ///< letters and digits
  bool familiar = false;         ///< Dale-Chall calls it easy
  bool easy_long = false;        ///< three syllables only through -ed, -es or -ing, or a compound
  bool welsh = false;            ///< one of the commonest words of Welsh, and none of English
};

/// The distinct words of a Prose with what is known of each, worked out once per document; the lexicon
/// must outlive it.
class WordTable {
 public:
  WordTable() = default;
  WordTable(const Prose& prose, const Lexicon& lexicon);

  const WordFacts& of(const Token& token) const { return facts_[token.word]; }
  const Lexicon& lexicon() const { return *lexicon_; }

 private:
  std::vector<WordFacts> facts_;
  const Lexicon* lexicon_ = nullptr;
};

/// What is known of a folded word by itself.
WordFacts facts_of(std::string_view folded, const Lexicon& lexicon);

/// True where "be" with that participle and the word after it says how somebody is: "prepared" "to".
bool is_state_before(std::string_view participle, std::string_view next, const Lexicon& lexicon);

/// True for a token that is a word or a number, not a mark.
inline bool counts_as_word(const Token& token) { return token.casing != Casing::punctuation; }
/// How many words stand in the tokens [first, end).
std::uint32_t count_words(const Prose& prose, std::uint32_t first, std::uint32_t end);

}  // namespace casewright
