#include "emit/pdf/pdf_table.h"

#include <algorithm>

#include "emit/plan/block_parts.h"

namespace casewright {
namespace {

/// Rows at the top that are all headers; a lone header over all columns after them opens a group of the body.
std::size_t count_head_rows(const std::vector<const Block*>& rows) {
  std::size_t head = 0;
  while (head < rows.size() && all_headers(*rows[head]) && !(head > 0 && rows[head]->children.size() == 1)) ++head;
  return head == rows.size() ? 0 : head;
}

/// Puts a row's cells into the columns that the rows above leave free.
std::vector<PdfCell> place_row(const Block& row, std::vector<std::size_t>& hanging, std::size_t rows_left) {
  std::vector<PdfCell> cells;
  std::size_t column = 0;
  for (const Block& block : row.children) {
    if (block.kind != BlockKind::cell) continue;
    while (column < hanging.size() && hanging[column] > 0) ++column;
    PdfCell cell;
    cell.block = &block;
    cell.column = column;
    if (block.cell != nullptr) {
      cell.header = block.cell->header;
      cell.rows = std::clamp<std::size_t>(block.cell->rows, 1, rows_left);
      const std::size_t wanted = std::clamp<std::size_t>(block.cell->columns, 1, 200);
      while (cell.columns < wanted && (column + cell.columns >= hanging.size() || hanging[column + cell.columns] == 0)) ++cell.columns;
    }
    column += cell.columns;
    if (hanging.size() < column) hanging.resize(column, 0);
    for (std::size_t i = cell.column; i < column; ++i) hanging[i] = cell.rows;
    cells.push_back(cell);
  }
  return cells;
}

void fill_up(PdfGrid& grid) {
  std::vector<std::size_t> hanging(grid.columns, 0);
  for (std::size_t r = 0; r < grid.rows.size(); ++r) {
    std::vector<PdfCell>& row = grid.rows[r];
    for (const PdfCell& cell : row)
      for (std::size_t i = cell.column; i < cell.column + cell.columns; ++i) hanging[i] = cell.rows;
    for (std::size_t column = 0; column < grid.columns; ++column) {
      if (hanging[column] > 0) continue;
      PdfCell filler;
      filler.column = column;
      filler.header = r < grid.head_rows;
      hanging[column] = 1;
      row.push_back(filler);
    }
    std::sort(row.begin(), row.end(), [](const PdfCell& one, const PdfCell& other) { return one.column < other.column; });
    for (std::size_t& each : hanging) --each;
  }
}

}  // namespace

PdfGrid read_grid(const Block& table) {
  PdfGrid grid;
  for (const Block& row : table.children)
    if (row.kind == BlockKind::row) grid.row_blocks.push_back(&row);
  grid.head_rows = count_head_rows(grid.row_blocks);
  std::vector<std::size_t> hanging;
  for (std::size_t r = 0; r < grid.row_blocks.size(); ++r) {
    const std::size_t end = r < grid.head_rows ? grid.head_rows : grid.row_blocks.size();
    grid.rows.push_back(place_row(*grid.row_blocks[r], hanging, end - r));
    for (std::size_t& each : hanging) each -= each > 0;
  }
  grid.columns = hanging.size();
  fill_up(grid);
  return grid;
}

bool has_header(const PdfGrid& grid, std::size_t row, const PdfCell& cell) {
  for (std::size_t r = 0; r < row + cell.rows && r < grid.rows.size(); ++r)
    for (const PdfCell& other : grid.rows[r]) {
      if (!other.header) continue;
      const bool above = r < row && other.column < cell.column + cell.columns && cell.column < other.column + other.columns;
      const bool beside = r <= row && r + other.rows > row && other.column < cell.column;
      if (r < grid.head_rows ? above : beside)
        return true;
    }
  return false;
}

std::vector<float> share_width(const std::vector<PdfColumn>& columns, float width) {
  std::vector<float> widths(columns.size(), 0);
  float least = 0, most = 0;
  for (const PdfColumn& each : columns) least += each.least, most += each.most;
  if (most <= width) {
    for (std::size_t i = 0; i < columns.size(); ++i) widths[i] = columns[i].most;
    return widths;
  }
  if (least >= width) {
    for (std::size_t i = 0; i < columns.size(); ++i) widths[i] = width * columns[i].least / least;
    return widths;
  }
  // Columns that ask for no more than an even share get what they ask for, again and again; the others share the rest.
  std::vector<bool> settled(columns.size(), false);
  float rest = width;
  std::size_t open = columns.size();
  for (bool changed = true; changed && open > 0;) {
    changed = false;
    const float share = rest / static_cast<float>(open);
    for (std::size_t i = 0; i < columns.size(); ++i) {
      if (settled[i] || (columns[i].most > share && columns[i].least < share)) continue;
      widths[i] = columns[i].most <= share ? columns[i].most : columns[i].least;
      if (widths[i] > rest) continue;
      settled[i] = changed = true;
      rest -= widths[i];
      --open;
      break;
    }
  }
  float weights = 0;
  const auto weight = [&](std::size_t i) { return std::min(columns[i].most, 4 * width); };
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!settled[i]) weights += weight(i), rest -= columns[i].least;
  for (std::size_t i = 0; i < columns.size(); ++i)
    if (!settled[i]) widths[i] = columns[i].least + std::max(0.f, rest) * weight(i) / weights;
  return widths;
}

}  // namespace casewright
