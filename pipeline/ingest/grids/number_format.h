#pragma once

#include <string_view>

#include "ingest/grids/grid.h"

namespace casewright {

/// What a number is shown as under one of Excel's numbered formats (ECMA-376 part 1, 18.8.30).
CellKind kind_of_format(std::uint32_t number);
/// What a number is shown as under a format's code: "dd/mm/yyyy" a date, "mmm-yy" a month, "[h]:mm" a time, "0.00" a number.
CellKind kind_of_format_code(std::string_view code);

}  // namespace casewright
