#pragma once

#include <string_view>
#include <vector>

#include "ingest/grids/grid.h"

namespace casewright {

/// Reads every sheet of an OpenDocument spreadsheet, hidden ones too.
Result<std::vector<Grid>> read_ods(std::string_view bytes, const Path& file);

}  // namespace casewright
