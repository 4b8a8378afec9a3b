#pragma once

#include <vector>

#include "inspect/sections.h"
#include "model/reading.h"

namespace casewright {

/// The recommendations of a report: the rows of a table, the items of a list or the numbered paragraphs in
/// its sections of recommendations, each with its owner and deadline where these are given.
std::vector<RecommendationSeen> recommendations_in(const Prose& prose, const Document& document,
                                                   const std::vector<SectionSet>& sections);

/// Where the text of a recommendation stands in the Prose; empty where it cannot be found.
Span place_of(const Prose& prose, const RecommendationSeen& recommendation);

}  // namespace casewright
