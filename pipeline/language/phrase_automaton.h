#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "model/prose.h"

namespace casewright {

/// A phrase that was found in a row of words: the words [begin, end) are phrase number `phrase`.
struct PhraseMatch {
  std::uint32_t begin = 0;
  std::uint32_t end = 0;
  std::uint32_t phrase = 0;
  bool operator==(const PhraseMatch&) const = default;
};

/// Finds any number of phrases in one walk over interned words (Aho and Corasick, 1975).
///
/// Phrases are added, then build() closes the vocabulary; from then on the automaton is read-only and may be
/// shared by threads and forked workers. Words are compared as they were given: fold them first.
class PhraseAutomaton {
 public:
  /// The number of a word that no phrase uses.
  static constexpr std::uint32_t unknown = 0;

  /// The number of a word, which joins the vocabulary where it is new.
  std::uint32_t number_of(const std::string& word);
  /// Adds a phrase of one or more words and gives its number, from 0; equal phrases have their own numbers.
  std::uint32_t add(const std::vector<std::string>& words);
  /// The same of words that have numbers.
  std::uint32_t add(std::span<const std::uint32_t> words);
  /// Closes the vocabulary; nothing may be added afterwards.
  void build();

  /// The number of a word in the vocabulary of all phrases, or `unknown`.
  std::uint32_t word(std::string_view folded) const;
  /// The numbers of a Prose's distinct words, in their order: one look-up for each distinct word.
  std::vector<std::uint32_t> words_of(const Prose& prose) const;
  /// How many phrases there are.
  std::size_t size() const { return phrase_count_; }

  /// Calls `visit(PhraseMatch)` for every match in `words[0, count)`, overlapping ones too, by their ends.
  template <class Visit>
  void all(const std::uint32_t* words, std::size_t count, Visit visit) const {
    std::uint32_t state = 0;
    for (std::size_t i = 0; i < count; ++i) {
      state = words[i] == unknown ? 0 : next(state, words[i]);
      if (state == 0) continue;
      for (std::uint32_t s = states_[state].ends != none ? state : states_[state].suffix; s != 0; s = states_[s].suffix)
        for (std::uint32_t end = states_[s].ends; end != none; end = ends_[end].next)
          visit(PhraseMatch{static_cast<std::uint32_t>(i + 1 - states_[s].depth), static_cast<std::uint32_t>(i + 1),
                            ends_[end].phrase});
    }
  }
  /// Every match, overlapping ones too, by their ends.
  std::vector<PhraseMatch> all(const std::vector<std::uint32_t>& words) const;

 private:
  static constexpr std::uint32_t none = ~0u;
  struct State {
    std::uint32_t depth = 0, fail = 0;
    std::uint32_t suffix = 0;   ///< the nearest state along the fail links at which a phrase ends
    std::uint32_t ends = none;  ///< first of the phrases that end here
  };
  struct End {
    std::uint32_t phrase = 0, next = none;
  };
  struct TextHash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };

  /// The state to which each state goes on by each word, in a flat table: every word of a text asks it.
  class Edges {
   public:
    /// 0 where there is none.
    std::uint32_t find(std::uint64_t key) const { return slots_.empty() ? 0 : slots_[place_of(key)].to; }
    /// The state that stands there; `to` where none did.
    std::uint32_t add(std::uint64_t key, std::uint32_t to);

   private:
    struct Slot {
      std::uint64_t key = 0;  ///< never 0 where taken, for no word has the number 0
      std::uint32_t to = 0;
    };
    std::size_t place_of(std::uint64_t key) const {
      const std::uint64_t spread = key * 0x9E3779B97F4A7C15ull;
      std::size_t at = (spread ^ spread >> 32) & (slots_.size() - 1);
      while (slots_[at].key != key && slots_[at].key != 0) at = (at + 1) & (slots_.size() - 1);
      return at;
    }
    void grow();

    std::vector<Slot> slots_;  ///< a power of two
    std::size_t taken_ = 0;
  };
  /// By which word of which state a state is reached.
  struct Way {
    std::uint32_t from = 0, word = 0;
  };

  std::vector<std::uint32_t> by_depth() const;
  static std::uint64_t key(std::uint32_t state, std::uint32_t word) { return static_cast<std::uint64_t>(state) << 32 | word; }
  std::uint32_t edge(std::uint32_t state, std::uint32_t word) const {
    if (state == 0) return word < from_root_.size() ? from_root_[word] : 0;
    return edges_.find(key(state, word));
  }
  std::uint32_t next(std::uint32_t state, std::uint32_t word) const {
    while (true) {
      const std::uint32_t to = edge(state, word);
      if (to != 0 || state == 0) return to;
      state = states_[state].fail;
    }
  }

  std::unordered_map<std::string, std::uint32_t, TextHash, std::equal_to<>> vocabulary_;
  Edges edges_;
  std::vector<Way> ways_{Way{}};          ///< by state, until all is built
  std::vector<std::uint32_t> from_root_;  ///< by word
  std::vector<State> states_{State{}};
  std::vector<End> ends_;
  std::uint32_t phrase_count_ = 0;
};

}  // namespace casewright
