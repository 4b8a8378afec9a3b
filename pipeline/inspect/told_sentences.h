#pragma once

#include <string>
#include <vector>

#include "inspect/same_words.h"
#include "model/prose.h"

namespace casewright {

/// A number in a sentence with the word that says of what: 4 "visits", 7 "aged"; a day counts as one of "the date".
struct ToldNumber {
  int value = 0;
  std::string of;
  std::string said;  ///< as a message says it: "4", "3 March 2015"
  Span span;
};

/// A sentence that gives numbers, ready to be compared.
struct ToldSentence {
  Span span;
  WordBag words;
  std::vector<ToldNumber> numbers;
};

/// The sentences of a document that give numbers and that its reader reads as prose, cells and lists included. Numbers
/// of paragraphs, parts of a date and amounts with a point are none.
std::vector<ToldSentence> told_sentences(const Prose& prose);

/// A number that two sentences, otherwise alike, give differently.
struct ToldTwice {
  const ToldNumber* here = nullptr;
  const ToldNumber* there = nullptr;
  Span sentence;  ///< the other sentence
};

/// Each number of `here` that the sentence most like its own in `there` gives differently. A date only where the sentences
/// are very like each other and nothing in `there` is told of that day: one visit is told much as another.
std::vector<ToldTwice> told_differently(const std::vector<ToldSentence>& here, const std::vector<ToldSentence>& there);

}  // namespace casewright
