#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

#include "language/identity_index.h"
#include "language/token_scanner.h"
#include "language/word_filter.h"

namespace casewright {

/// A part of a word between hyphens as the search knows it.
struct KnownAtom {
  std::uint32_t number = PhraseAutomaton::unknown;
  std::uint32_t begin = 0, end = 0;  ///< bytes within the word
};

/// What an index has to say about one written word; looked up once, however often the word stands there.
struct KnownWord {
  std::string folded;
  std::vector<KnownAtom> atoms;
  std::vector<NearName> near;       ///< phrases that it may be a slip of
  bool strange = false;             ///< no word of the dictionary, nor an inflection of one
  bool known = false;               ///< some atom stands in a name
  bool number_head = false;         ///< a number of the register may begin here
  std::uint32_t tagged = PhraseAutomaton::unknown;  ///< the name that it holds as a tag: "justiceforleo", "ripleo"
  bool may_hold_name = false;       ///< long or odd enough to have a name inside
  bool title = false;
  bool seen_small = false;          ///< learned: it also stands in small letters somewhere
};

/// The words met so far, by how they are written.
class KnownWords {
 public:
  /// With `thorough` words are also compared by sound and with two errors; `ordinary`, where at hand, says which
  /// words are no names.
  explicit KnownWords(const IdentitySearch::Index& index, bool thorough = false, const WordFilter* ordinary = nullptr)
      : index_(index), thorough_(thorough), ordinary_(ordinary) {}

  KnownWord& at(std::string_view written, Casing casing);

 private:
  struct Hash {
    using is_transparent = void;
    std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>{}(text); }
  };
  void find_near(KnownWord& word, const std::string& atom, Casing casing, bool digits) const;
  std::uint32_t name_in_tag(const std::string& compact) const;
  void fill(KnownWord& word, std::string_view written, Casing casing) const;

  const IdentitySearch::Index& index_;
  bool thorough_;
  const WordFilter* ordinary_;
  std::unordered_map<std::string, std::unique_ptr<KnownWord>, Hash, std::equal_to<>> words_;
};

}  // namespace casewright
