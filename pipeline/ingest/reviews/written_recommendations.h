#pragma once

#include <span>
#include <string>

#include "ingest/papers/written_prose.h"
#include "model/case.h"

namespace casewright {

/// Finds the recommendations in what somebody wrote and appends them to `into` as <recommendation> elements (templates/schemas/prose.rng), what
/// stands between them as prose. They are rows of a table with the columns that action plans have, or paragraphs, items and headings that
/// say "Recommendation 1"; what is said below one in lines such as "Owner: Police" or "By when: March 2026" goes into its place.
/// An owner who is no agency of the case and a day that cannot be read stay with the recommendation's words. One without a number
/// gets the next, behind `series` ("R", or "A2-" for an agency's own).
void add_recommendations(std::span<const Block> blocks, const std::string& series, const Case& known, WrittenProse& prose, Record& into);

/// The same where nothing says which words are a recommendation: each paragraph that says that something is to be done is one.
void add_loose_recommendations(std::span<const Block> blocks, const std::string& series, const Case& known, WrittenProse& prose, Record& into);

/// True where a table among the blocks is a plan of recommendations: what is to be done, by whom and when.
bool holds_plan(std::span<const Block> blocks);

}  // namespace casewright
