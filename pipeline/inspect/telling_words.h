#pragma once

#include "inspect/seen.h"
#include "language/name_model.h"

namespace casewright {

/// How surely words name somebody.
enum class Telling : std::uint8_t {
  no,
  likely,  ///< the tagger of names takes them for a person's name or a place
  surely,  ///< a name of the register that readers may not know, an address or a number of a person
};

/// Who is asked whether words name somebody that no register lists.
enum class Guess : std::uint8_t {
  tagger,
  /// The tagger, but not about words that the page shows, too: its own rules judge them there, where more tells what they are.
  tagger_of_unshown,
  /// The tagger, about whole names of people that the page does not show: for words among which many a place and body stands.
  tagger_of_people,
  /// The lists of names: a given name before a family name. For words that programs put together, which look like names to a tagger.
  lists,
};

/// True where a listed given name stands before a word that is a family name or none of the dictionary's, in folded words with
/// one space between two; two everyday words ("mark complete", "hope house") are none, nor is what programs shorten ("el dialog").
bool lists_name_somebody(const NameModel& names, std::string_view folded);

/// What the words of something carried tell.
Telling telling(const Seen& seen, Span span, Guess guess);

}  // namespace casewright
