#pragma once

#include "language/word_table.h"
#include "model/measures.h"
#include "model/prose.h"

namespace casewright {

/// Counts over prose blocks only: headings, bullets and cells without full stops would shift every score.
MeasuredText measure_text(const Prose& prose, const WordTable& words);

}  // namespace casewright
