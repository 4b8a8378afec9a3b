#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "inspect/sections/heading_weights.h"
#include "inspect/sections/sections.h"
#include "language/word_groups.h"

namespace casewright {

/// The words of a heading as they are compared with the corpus.
struct HeadingWords {
  /// One word: "review" for every name of a review, "#" for a number behind another word.
  struct Word {
    std::string text;
    std::uint8_t part = 0;     ///< parts are divided by "and", commas, colons and dashes
    bool empty = false;        ///< says nothing of a section: an article, a preposition, a filler of the corpus
    bool preposition = false;  ///< what follows it only describes what stands before it
    WordGroupSet groups;       ///< of the corpus, as SectionWordings numbers them
  };
  std::vector<Word> words;
};

/// One heading that reports use for a section.
struct SectionWording {
  std::vector<std::string> words;
  SectionSet sections = 0;
  /// Where it may stand: anywhere, as a heading or a part of one, or as the whole heading only.
  enum class Reach : std::uint8_t { anywhere, part, heading } reach = Reach::anywhere;
};

/// Words that tell a section in any order: one of each group.
struct SectionSign {
  using Group = std::vector<std::string>;  ///< alternatives; "learn*" is any word that begins so
  std::vector<std::uint32_t> groups;  ///< as WordGroups numbers them
  std::uint32_t without = 0;          ///< the group of which no word may stand there
  SectionSet sections = 0;
  double sure = 0;
  bool opens = false;  ///< the first group must open the heading, and what follows is its own affair
};

/// What headings say, read from corpus/section-synonyms.xml.
class SectionWordings {
 public:
  /// Reads the corpus file; what cannot be read becomes a fault, the rest serves.
  static SectionWordings read(const Record& root, const std::string& file, Faults& faults);

  /// The heading's words in the form in which they are compared; numbers before it are left out.
  HeadingWords words_of(std::string_view heading) const;

  const std::vector<SectionWording>& wordings() const { return wordings_; }
  /// The wordings that begin with that word, by their indices among all.
  const std::vector<std::uint32_t>& wordings_from(const std::string& first) const;
  const std::vector<SectionSign>& signs() const { return signs_; }
  /// The names of the classes of words that mean much the same to which a word belongs, in order.
  std::vector<std::string_view> classes_of(const WordGroupSet& word) const;
  std::vector<std::string_view> classes_of(std::string_view word) const { return classes_of(groups_.of(word)); }
  /// The words of the heading that look like somebody's name, in small letters and without "'s": usual given names, and a capital
  /// where other words have none. "What mattered to Dante" is no other heading than one of any other child.
  std::vector<std::string> names_in(std::string_view heading) const;
  /// Sets the usual given names, a line each and in order.
  void set_given_names(std::string names) { given_names_ = std::move(names); }
  /// How much each word of a heading speaks for each section; null where nothing was weighed.
  const std::shared_ptr<const HeadingWeights>& weights() const { return weights_; }
  void set_weights(HeadingWeights weights) { weights_ = std::make_shared<const HeadingWeights>(std::move(weights)); }

 private:
  std::vector<std::string> compared(std::string_view heading) const;
  void put_together(std::vector<std::string>& words) const;
  void read_sign(const Record& element, SectionSet sections);

  /// Words that stand for a shorter one, by their first word: "serious case review" is "review".
  struct Same {
    std::vector<std::string> words;
    std::string stands_for;
  };
  std::unordered_map<std::string, std::vector<Same>> same_;
  /// Words that mean much the same.
  struct Class {
    SectionSign::Group words;
    std::uint32_t group = 0;
  };
  std::map<std::string, Class, std::less<>> classes_;  ///< by name
  WordGroups groups_;
  std::unordered_map<std::string, std::vector<std::uint32_t>> wordings_from_;  ///< by first word
  std::unordered_set<std::string> fillers_;
  std::vector<SectionWording> wordings_;
  std::vector<SectionSign> signs_;
  std::shared_ptr<const HeadingWeights> weights_;
  std::string given_names_;
  std::unordered_set<std::string> of_wordings_;  ///< all words of the wordings
};

}  // namespace casewright
