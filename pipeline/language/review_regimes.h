#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"

namespace casewright {

/// The rules that a review may be held under, as corpus/regimes.xml tells of them.
struct Regime {
  /// What reports call a review of it, or the body that holds one.
  struct Named {
    std::string words, with;  ///< counted only where `with` stands in the report too
    bool strong = false;      ///< more than twice, it decides whatever guidance is cited
  };
  std::string code, nation, source;
  std::string line;            ///< regimes of one line follow one another: "working-together"
  std::string type;            ///< of a new case under it
  std::vector<std::string> also;  ///< other types that were held under it
  std::string report;          ///< what its full report is called: "Overview report"
  std::string board, body;     ///< the kind of board that holds its reviews, and what such a board calls itself: "LSCP", "Partnership"
  bool of_adults = false;      ///< its reviews are about adults, not children
  Date from, to;               ///< a review that began between them stands under it; not known: open
  Date grace;                  ///< until then one that began in time could still be held under it
  std::string guidance, year;  ///< what a report cites: "working together", "2015"
  std::string after;           ///< the regime that it is where one of its letters is cited
  std::vector<std::string> letters;
  std::vector<Named> names;

  /// True where a review that began on that day stands under it.
  bool in_force(const Date& day) const;
};

/// A type of review, as case.xml has it.
struct ReviewType {
  std::string code, name;  ///< "lcspr"; "Local child safeguarding practice review"
  std::string spoken;      ///< its name within a sentence
  std::string line;        ///< only under the regimes of this line; empty: under all
  std::string counts_as;   ///< the type that it is counted with, where only another paper of it is published
  std::vector<std::string> documents;  ///< templates of what is drafted; empty: those of every review
  bool published = true;   ///< false: held for learning alone
};

/// A nation, as case.xml has it, and the list of bank holidays that it goes by.
struct Nation {
  std::string code, holidays;
};

/// All that corpus/regimes.xml tells, which is built into the program.
struct ReviewRegimes {
  std::vector<Regime> regimes;
  std::vector<ReviewType> types;
  std::vector<Nation> nations;

  /// The regime of that code, or null.
  const Regime* find(std::string_view code) const;
  /// The type of that code as the regime has it, or null.
  const ReviewType* type(std::string_view code, std::string_view regime = {}) const;
};
const ReviewRegimes& review_regimes();

/// The name of a type of review as people say it, from its code and from its regime where nations mean different things by one
/// short form; empty for a code that there is none of.
std::string_view review_type_name(std::string_view type, std::string_view regime = {});

/// The type with which a review of that type is counted: the same, or that of which only another paper is published. Null for none.
const ReviewType* counted_type(std::string_view type, std::string_view regime);
/// True where reviews of that type are held under the regime: one that it names, or one that no regime names.
bool is_held_under(std::string_view type, const Regime& regime);
/// True for a type that is held for learning alone and never published.
bool is_for_learning_alone(std::string_view type);
/// True where reviews under it are about adults.
bool is_about_adults(std::string_view regime);

/// True where `regime` is one of those that `words` name: codes; "ENG-WT2018+" for that one and those that follow in its line; a
/// line; "of-children" and "of-adults"; "not-" before a line for all others; "unknown" where `regime` is empty. No words: all.
bool is_among_regimes(std::string_view regime, const std::vector<std::string>& words);
/// The codes of those that `words` name, in the order of their file, "unknown" first.
std::vector<std::string> codes_of_regimes(const std::vector<std::string>& words);
/// True where such a word names some regime.
bool names_regimes(std::string_view word);

}  // namespace casewright
