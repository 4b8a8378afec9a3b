#pragma once

#include <optional>
#include <vector>

#include "ingest/grids/grid.h"

namespace casewright {

/// Small tables of which each is the form of one contact, its labels beside what they ask for ("Date of contact | 3 May 2018"), put together as one table with
/// a row for each; it stands where the first of them stood, all other tables stay. Nothing where no table is such a form.
std::optional<std::vector<Grid>> with_forms_as_rows(const std::vector<Grid>& grids);

}  // namespace casewright
