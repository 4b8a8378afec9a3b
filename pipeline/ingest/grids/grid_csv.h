#pragma once

#include <string_view>
#include <vector>

#include "ingest/grids/grid.h"

namespace casewright {

/// Reads a file of separated values: comma, semicolon, tab or bar, whichever parts its lines most evenly.
Result<std::vector<Grid>> read_csv(std::string_view bytes, const Path& file);

}  // namespace casewright
