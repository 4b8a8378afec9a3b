#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <vector>

#include "ingest/grids/grid.h"
#include "ingest/values/labels.h"

namespace casewright {

/// One column of a table, its heading understood.
struct Column {
  std::uint32_t number = 1;  ///< from 1
  std::string heading;       ///< as written, white space folded
  Field field = Field::none;
  bool exact = false;        ///< false where a small typing error or further words were forgiven
};

/// Where a table's headings stand and what they mean.
struct Header {
  std::size_t row = 0;         ///< index of the first row of headings in Grid::rows
  std::size_t rows = 1;        ///< 2 where a heading is parted into several below it
  std::vector<Column> columns;
  std::size_t score = 0;       ///< how many columns are known, those known exactly twice
};

/// Tells what columns that no label is known for hold by what stands in them: dates, times of day. Only the first rows are looked at.
void understand_by_cells(const Grid& grid, Header& header);
/// True where one of the columns holds that.
bool holds(const Header& header, Field field);

/// Takes the column with the most words for what happened, where no heading tells it: a log's "Notes".
void take_wordiest_for_event(const Grid& grid, Header& header);

/// The row of headings of a table, sought among its first rows so that titles may stand above it: the one
/// where most columns are known and each of `required` is there. Score 0 where there is none.
Header find_header(const Grid& grid, const LabelGuide& guide, std::span<const Field> required);

}  // namespace casewright
