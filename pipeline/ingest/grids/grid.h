#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// What a cell holds, as far as its format says.
enum class CellKind : std::uint8_t { text, number, date, time, date_time, truth, month };

/// One cell of a table that has something in it, or is merged over others.
struct Cell {
  std::string text;            ///< as a reader of the table sees it; lines are parted by "\n"
  std::uint32_t column = 1;    ///< from 1
  std::uint32_t column_span = 1;
  std::uint32_t row_span = 1;
  CellKind kind = CellKind::text;
  double number = 0;           ///< numbers; for dates and times days since 1 January 1970, the time as a fraction
};

/// One row of a table, its cells in the order of their columns. Empty and covered cells are left out.
struct Row {
  std::uint32_t number = 1;    ///< as the program that made the table counts it, from 1
  bool hidden = false;
  bool header = false;         ///< said by the file to be repeated on top of each page
  std::vector<Cell> cells;

  /// The cell that begins in that column, or null.
  const Cell* at(std::uint32_t column) const;
};

/// One table: a sheet, a table of a Word document, or a file of separated values.
struct Grid {
  std::string name;            ///< the sheet's name, "table 2", or nothing for the only one
  bool hidden = false;
  bool continues = false;      ///< a table of a document, as wide as the one before it: perhaps the same one
  std::vector<Row> rows;       ///< rows with nothing in them are left out; numbers tell where
  std::vector<std::uint32_t> hidden_columns;
  std::size_t notes = 0;       ///< notes beside cells and shapes with words, which are in no row
  bool nested = false;         ///< stands within a cell of another table, whose text holds it too
};

/// How much of a table is read: more is a fault.
struct GridLimits {
  static constexpr std::uint32_t rows = 1'048'576;
  static constexpr std::uint32_t columns = 1024;
  static constexpr std::size_t cells = 8'000'000;
};

/// Tells what of a sheet is hidden from whoever opens it, `hidden_rows` of its rows among it; all of it was read. Tells also what is said
/// beside its cells, which was not.
void tell_hidden(const Grid& grid, std::size_t hidden_rows, const Path& file, Faults& faults);

/// Reads every table of a .csv, .tsv, .txt, .xlsx, .xlsm, .ods or .docx file, told by its first bytes and then by
/// its name. Faults beside the value tell of hidden rows, open quotation marks and the like.
Result<std::vector<Grid>> read_grid(std::string_view bytes, const Path& file);

/// True where read_grid() has a reader for that file.
bool is_grid_file(std::string_view bytes, const Path& file);

/// Settles a cell whose date is shown as a month of a year: on the first of the month it stands for all of it, "03/2014", and becomes text; any
/// other day was told and only not shown.
void settle_month(Cell& cell);

/// Text of a cell that holds a date or time: "03/03/2014", "14:30", "03/03/2014 14:30".
std::string date_cell_text(CellKind kind, double days);

/// The text without control characters, line ends as "\n", and no white space at the ends.
std::string cell_text(std::string_view text);

}  // namespace casewright
