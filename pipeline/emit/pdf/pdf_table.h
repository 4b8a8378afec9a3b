#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"

namespace casewright {

/// A cell of a regular grid.
struct PdfCell {
  const Block* block = nullptr;  ///< null: the source has no cell here
  std::size_t column = 0, columns = 1, rows = 1;
  bool header = false;
};

/// A table as a grid without holes and overlaps, whatever the source says.
struct PdfGrid {
  std::size_t columns = 0;
  std::size_t head_rows = 0;  ///< rows at its top that are all headers; 0 where every row is one
  std::vector<std::vector<PdfCell>> rows;
  std::vector<const Block*> row_blocks;
};

/// Reads the rows of a table block into a grid: short rows are filled up, spans are cut where they end.
PdfGrid read_grid(const Block& table);

/// True where a TH above (scope Column) or before it (scope Row) tells what the cell is about.
bool has_header(const PdfGrid& grid, std::size_t row, const PdfCell& cell);

/// How wide a column's words ask it to be: its longest word, and its longest line.
struct PdfColumn {
  float least = 0, most = 0;
};

/// The columns' widths within `width`: as their words ask where there is room, the long ones sharing what is left.
std::vector<float> share_width(const std::vector<PdfColumn>& columns, float width);

}  // namespace casewright
