#pragma once

#include <cstdint>
#include <deque>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/phrase_automaton.h"
#include "model/prose.h"

namespace casewright {

/// One place where a phrase of a rule stands.
struct PhraseHit {
  std::uint32_t phrase = 0;
  Span span;
  std::uint32_t stretch = 0;
};

/// Where phrases stand in one Prose, by phrase.
class PhraseHits {
 public:
  /// `hits` in the order of their ends, of phrases numbered below `phrases`.
  PhraseHits(const std::vector<PhraseHit>& hits, std::uint32_t phrases);
  /// The places of one phrase in order of reading.
  std::span<const PhraseHit> of(std::uint32_t phrase) const;

 private:
  std::vector<PhraseHit> hits_;         ///< by phrase
  std::vector<std::uint32_t> first_of_;  ///< by phrase, and one more: where its hits begin
};

/// All phrases of all rules, found together in one walk over the words of a Prose.
class PhraseTable {
 public:
  /// Adds the wordings of one phrase and gives its number.
  std::uint32_t add(const std::vector<std::string>& wordings);
  /// Makes the table ready; nothing is added after this.
  void settle();
  /// Every place of every phrase; of two wordings of one phrase that overlap, the longer one.
  PhraseHits find(const Prose& prose) const;

 private:
  const std::vector<std::uint32_t>& words_in(std::string_view piece);

  PhraseAutomaton automaton_;
  std::unordered_map<std::string_view, std::vector<std::uint32_t>> pieces_;  ///< while phrases are added: their words by number
  std::deque<std::string> kept_;                                             ///< what the pieces view
  std::vector<std::uint32_t> phrase_of_;  ///< by the automaton's pattern
  std::uint32_t phrases_ = 0;
};

}  // namespace casewright
