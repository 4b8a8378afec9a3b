#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/dates.h"
#include "base/record.h"

namespace casewright {

/// The number that a recommendation begins with, and where its words begin.
struct RecommendationLead {
  std::string number;    ///< "3", "2.1"; empty where it only says "Recommendation"
  std::size_t words = 0; ///< byte at which the rest begins
};

/// Reads "Recommendation 3:", "Recommendation Three –", "Rec 2.1", "R4." at the beginning of a text.
std::optional<RecommendationLead> lead_of(std::string_view text);

/// The findings that words such as "F1, F3" or "Finding 2" name, as ids with blanks between them.
std::string findings_in(std::string_view words);

/// True for words that say that something is to be done: "It is recommended that ...", "The trust should ...".
bool recommends(std::string_view words);

/// The day by which something is to be done, where the end of what is recommended says so, or what stands in brackets before it: "(practice manager, by April 2024)", "By the end of
/// August 2014.", "Provost Marshal, Dec 2019.", as exact as it is told. Unknown where it tells none.
Date due_at_end(std::string_view words);

/// True where two recommendations begin with the same words.
bool begin_alike(const Record& one, const Record& other);

/// Puts into a recommendation what a plan further down says of it under the same number: by when, the outcome, the evidence and what will be done.
void complete_recommendation(Record& recommendation, Record plan);

}  // namespace casewright
