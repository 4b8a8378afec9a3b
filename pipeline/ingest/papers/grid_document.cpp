#include "ingest/papers/grid_document.h"

#include <algorithm>

#include "ingest/papers/written_prose.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

/// Rows that a cell further up still covers, by column.
using Covered = std::vector<std::uint32_t>;

Row row_of(const Block& block, std::uint32_t number, Covered& covered) {
  Row row;
  row.number = number;
  std::uint32_t column = 1;
  const auto is_covered = [&] { return column <= covered.size() && covered[column - 1] > 0; };
  for (const Block& each : block.children) {
    while (is_covered()) ++column;
    if (column > GridLimits::columns) break;
    Cell cell;
    cell.text = cell_text(lines_of(each));
    cell.column = column;
    cell.column_span = each.cell == nullptr ? 1 : std::min<std::uint32_t>(each.cell->columns, GridLimits::columns);
    cell.row_span = each.cell == nullptr ? 1 : each.cell->rows;
    if (covered.size() < column + cell.column_span - 1) covered.resize(column + cell.column_span - 1);
    // The row that is being read counts itself out below.
    for (std::uint32_t at = 0; at < cell.column_span; ++at) covered[column - 1 + at] = cell.row_span;
    column += cell.column_span;
    if (!cell.text.empty() || cell.row_span > 1) row.cells.push_back(std::move(cell));
  }
  for (std::uint32_t& rows : covered)
    if (rows > 0) --rows;
  return row;
}

class Tables {
 public:
  void add(const std::vector<Block>& blocks) {
    for (const Block& each : blocks)
      if (each.kind == BlockKind::table) add(each);
      else add(each.children);
  }
  std::vector<Grid> take() { return std::move(grids_); }

 private:
  void add(const Block& table) {
    Grid grid;
    Covered covered;
    for (const Block& each : table.children) {
      if (each.kind != BlockKind::row) continue;
      Row row = row_of(each, ++rows_, covered);
      if (!row.cells.empty()) grid.rows.push_back(std::move(row));
    }
    if (grid.rows.empty()) return;
    grid.name = "rows " + std::to_string(grid.rows.front().number) + " to " + std::to_string(grid.rows.back().number) + " of all tables";
    grid.continues = covered.size() == width_;
    width_ = covered.size();
    grids_.push_back(std::move(grid));
  }

  std::vector<Grid> grids_;
  std::uint32_t rows_ = 0;
  std::size_t width_ = 0;
};

}  // namespace

std::vector<Grid> grids_of_document(const Document& document) {
  Tables tables;
  tables.add(document.blocks);
  return tables.take();
}

Result<std::vector<Grid>> read_tables(std::string_view bytes, const Path& file) {
  if (is_grid_file(bytes, file)) return read_grid(bytes, file);
  const Result<Reading> read = read_report(bytes, file);
  if (!read.ok()) return read.faults();
  return grids_of_document(read->document);
}

}  // namespace casewright
