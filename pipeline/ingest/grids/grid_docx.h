#pragma once

#include <string_view>
#include <vector>

#include "ingest/grids/grid.h"

namespace casewright {

/// Reads every table of a Word document's body, in order; tracked deletions are left out, insertions read.
Result<std::vector<Grid>> read_docx_tables(std::string_view bytes, const Path& file);

}  // namespace casewright
