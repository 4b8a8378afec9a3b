#pragma once

#include <vector>

#include "ingest/grids/grid.h"
#include "model/document.h"

namespace casewright {

/// The tables of a report of any kind, as a chronology's reader takes tables. Rows are numbered through all of them, from 1.
std::vector<Grid> grids_of_document(const Document& document);

/// The tables of a file: by read_grid() where it has a reader, else those of the report that it is.
Result<std::vector<Grid>> read_tables(std::string_view bytes, const Path& file);

}  // namespace casewright
