#pragma once

#include <string_view>
#include <vector>

#include "ingest/grids/grid.h"

namespace casewright {

/// Reads every sheet of an Excel workbook, hidden ones too.
Result<std::vector<Grid>> read_xlsx(std::string_view bytes, const Path& file);

}  // namespace casewright
