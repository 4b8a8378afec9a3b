#pragma once

#include "language/word_table.h"
#include "model/measures.h"
#include "model/prose.h"

namespace casewright {

/// True where most of a stretch is words, and English: a table of numbers, a piece of code or a passage in Welsh would
/// give formulas for English prose that mean nothing.
bool reads_as_prose(const Prose& prose, const WordTable& words, const Stretch& stretch);

/// Counts over prose blocks only: headings, bullets and cells without full stops would shift every score.
MeasuredText measure_text(const Prose& prose, const WordTable& words);

}  // namespace casewright
