#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace casewright {

/// What the formulas of readability count.
struct Counts {
  double words = 0, sentences = 0, syllables = 0;
  double letters = 0, characters = 0;  ///< letters; letters and digits
  double hard = 0;           ///< three syllables or more, without names, easy compounds and -ed, -es, -ing
  double polysyllables = 0;  ///< three syllables or more
  double long_words = 0;     ///< more than six letters
  double unfamiliar = 0;     ///< not among the words that Dale-Chall calls easy
  double passives = 0;       ///< sentences that hold a passive
  double nominals = 0;       ///< nouns made of verbs
  double paragraphs = 0;

  Counts& operator+=(const Counts& more);
};

/// What a report measures, over prose blocks only (docs/measures.md).
struct Measures {
  std::uint32_t pages = 0, words = 0, sentences = 0;
  double mean_sentence_words = 0, mean_paragraph_words = 0;
  double flesch_reading_ease = 0, flesch_kincaid_grade = 0, gunning_fog = 0, smog = 0, ari = 0;
  double coleman_liau = 0, dale_chall = 0, lix = 0;
  double passive_ratio = 0;      ///< of sentences
  double nominal_ratio = 0;      ///< of words
};

/// One measure that has a name in rules and in JSON.
struct MeasureName {
  std::string_view in_rules, in_json;
  double Measures::*value;
  bool high_is_easy = false;
};

/// The measures of sentences and words, in the order they are shown.
const std::array<MeasureName, 12>& measure_names();

/// The formulas of docs/measures.md on those counts; all zero for a text without words.
Measures measures_of(const Counts& counts);

/// The measures of a report and of each of its sections, with the sentences that hurt most.
struct MeasuredText {
  /// What stands under one heading, without what stands under the next.
  struct Section {
    std::uint32_t heading = 0;  ///< stretch
    Counts counts;
  };
  Counts counts;
  std::vector<Section> sections;            ///< those that hold prose
  std::array<Span, 12> hardest;             ///< by measure_names(): the sentence with the worst value by itself
};

}  // namespace casewright
