#pragma once

#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// Marks the lines that are a table of contents, below a title or known by their rows of dots, and gives its entries
/// with the level that their indent or number shows.
std::vector<ContentsEntry> mark_contents(std::vector<LaidPage>& pages);

}  // namespace casewright
