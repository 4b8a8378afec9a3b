#pragma once

#include "inspect/corpus.h"
#include "model/measures.h"
#include "model/prose.h"

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
};

/// Counts over prose blocks only: headings, bullets and cells without full stops would shift every score.
Counts count(const Prose& prose, const Corpus& corpus);
/// The formulas of BASELINES.md on those counts; all zero for a text without words.
Measures measures_of(const Counts& counts);

}  // namespace casewright
