#pragma once

#include <optional>

#include "ingest/grids/grid.h"

namespace casewright {

/// A table whose dates stand in three columns, "Day | Month | Year", with one column for them; nothing for any other table.
std::optional<Grid> with_whole_dates(const Grid& grid);

}  // namespace casewright
