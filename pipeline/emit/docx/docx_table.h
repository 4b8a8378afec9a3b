#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"

namespace casewright {

/// The grid of a table as Word keeps it.
struct DocxTable {
  std::vector<int> widths;                     ///< twips by column
  std::size_t head_rows = 0;                   ///< rows at its top that are all headers
  bool heads_rows = false;                     ///< every row of the body begins with a header
  std::vector<std::uint16_t> hanging;          ///< by column: rows that a cell above still reaches into
  std::vector<std::uint16_t> hanging_columns;  ///< by the first column of such a cell: how many it spans
  std::size_t row = 0;                         ///< rows begun
  std::size_t row_columns = 0;                 ///< columns of the row that was begun
  std::size_t column = 0;                      ///< where the next cell stands
};

/// Lays out the grid of a table within `width` twips: columns as wide as their words ask for.
DocxTable plan_table(const Block& table, int width);

/// The width of `count` columns from `first` on.
int width_of(const DocxTable& table, std::size_t first, std::size_t count);

}  // namespace casewright
