#pragma once

#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// The rows that words make, top to bottom; raised and lowered marks are attached last, to the row they stand beside.
std::vector<LaidLine> rows_of(std::vector<LaidWord> words, const LaidPage& page);
/// The line that these words make, in the order of their places.
LaidLine line_of(std::vector<LaidWord> words, const LaidPage& page);
/// Parts a line wherever a gap is wider than `gap`.
std::vector<LaidLine> parts_of(const LaidLine& line, float gap, const LaidPage& page);
/// True where the first word of `next` would have fitted at the end of `line`, with `room` to spare, before `edge`:
/// then the line was ended on purpose.
bool ends_early(const LaidLine& line, const LaidLine& next, float edge, float room);

}  // namespace casewright
