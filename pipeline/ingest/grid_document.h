#pragma once

#include <vector>

#include "ingest/grid.h"
#include "model/document.h"

namespace casewright {

/// The tables of a report of any kind, as a chronology's reader takes tables. Rows are numbered through all of them, from 1.
std::vector<Grid> grids_of_document(const Document& document);

}  // namespace casewright
