#pragma once

#include <string_view>
#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// The number that opens a note ("12", "[3]", "*"), and the byte of the line's text where its words begin; empty
/// where the line opens none. A raised number is no part of the line's text.
struct NoteMark {
  std::string number;
  std::size_t words_at = 0;
  bool raised = false;
};
NoteMark note_mark(const LaidLine& line);

/// Marks the lines of each page's flow that are notes: small ones at the end of a column, below a short rule or
/// opened by a number that goes on from the note before or that a raised number in the text refers to.
void mark_notes(std::vector<LaidPage>& pages, const LayoutMeasures& usual);

}  // namespace casewright
