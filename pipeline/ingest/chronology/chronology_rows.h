#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "ingest/grids/grid.h"
#include "model/case.h"

namespace casewright {

/// What became of the rows of a chronology's tables: no row is lost without a word.
struct RowCount {
  std::size_t rows = 0;              ///< rows with something in them, in all tables
  std::size_t headings = 0;
  std::size_t above_headings = 0;    ///< titles and header fields, such as the child's name
  std::size_t repeated_headings = 0; ///< the headings again on top of a page, and years as headings within the table
  std::size_t events = 0;
  std::size_t continued = 0;         ///< read as a part of the event above
  std::size_t named = 0;             ///< named in a fault, and nothing else

  std::size_t accounted() const { return headings + above_headings + repeated_headings + events + continued + named; }
};

/// One agency's chronology from the tables of a file. Faults beside the value name every row and column that
/// was not plainly understood; none of them quotes what a cell says.
Result<Chronology> chronology_of_grids(const std::vector<Grid>& grids, const Path& file, std::uint32_t source,
                                       std::string_view agency, RowCount* count = nullptr);

}  // namespace casewright
