#pragma once

#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// Finds tables without lines between their columns: gaps that stand one below the other over several lines, with or
/// without rules between the rows. Their lines leave the flow for a table.
void take_loose_tables(std::vector<LaidPage>& pages, const LayoutMeasures& usual);

}  // namespace casewright
