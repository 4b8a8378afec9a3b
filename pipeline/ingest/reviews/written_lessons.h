#pragma once

#include <span>

#include "ingest/papers/written_prose.h"

namespace casewright {

/// Appends what an agency has learned to `into`, an element <lesson> for each lesson: each item of a list, each row of a table and each paragraph
/// that does not only lead to one; a paragraph of several ("a. ...", "(ii) ..." on lines of their own, "The first is ... The second is ...") is
/// as many. A note of the writer to himself, in square brackets from end to end, is none.
void add_lessons(std::span<const Block> blocks, WrittenProse& prose, Record& into);

}  // namespace casewright
