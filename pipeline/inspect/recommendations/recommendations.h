#pragma once

#include <vector>

#include "inspect/sections/sections.h"
#include "model/reading.h"

namespace casewright {

/// The recommendations of a report, in the order of reading: labelled ones wherever they stand, the rows of tables, the
/// items and paragraphs of parts that hold recommendations, sentences in which the review recommends something, and
/// the considerations that stand in their place; each with its owner, deadline and outcome where these are given. One
/// that is told again, in a summary or a plan, counts once. Those of earlier reviews and of single agencies do not.
std::vector<RecommendationSeen> recommendations_in(const Prose& prose, const Document& document,
                                                   const std::vector<SectionSeen>& sections);

}  // namespace casewright
