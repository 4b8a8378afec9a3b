#include "ingest/grids/grid.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>

#include "base/dates.h"
#include "base/text.h"
#include "base/words.h"
#include "ingest/grids/grid_csv.h"
#include "ingest/grids/grid_docx.h"
#include "ingest/grids/grid_ods.h"
#include "ingest/grids/grid_xlsx.h"

namespace casewright {

const Cell* Row::at(std::uint32_t column) const {
  for (const Cell& each : cells)
    if (each.column == column) return &each;
  return nullptr;
}

void settle_month(Cell& cell) {
  const Date date = date_of_day_number(static_cast<std::int64_t>(std::floor(cell.number)));
  cell.kind = date.day == 1 ? CellKind::text : CellKind::date;
  cell.text = date_cell_text(CellKind::date, cell.number);
  if (date.day == 1) cell.text.erase(0, 3);
}

std::string date_cell_text(CellKind kind, double days) {
  const auto minutes = static_cast<std::int64_t>(std::llround(days * 1440));
  const std::int64_t day = (minutes >= 0 ? minutes : minutes - 1439) / 1440;
  const auto minute = static_cast<int>(minutes - day * 1440);
  std::array<char, 48> text{};
  if (kind != CellKind::time) {
    const Date date = date_of_day_number(day);
    std::snprintf(text.data(), text.size(), "%02d/%02d/%04d", date.day, date.month, date.year);
  }
  std::string written = text.data();
  if (kind == CellKind::date) return written;
  std::snprintf(text.data(), text.size(), "%02d:%02d", minute / 60, minute % 60);
  return written + (written.empty() ? "" : " ") + text.data();
}

std::string cell_text(std::string_view text) {
  const auto control = [](char c) { return static_cast<unsigned char>(c) < 0x20 && c != '\n' && c != '\t'; };
  if (std::none_of(text.begin(), text.end(), control)) return std::string(trim(text));
  std::string clean;
  clean.reserve(text.size());
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte >= 0x20 || c == '\n' || c == '\t') clean += c;
    else if (byte == '\v' || byte == '\f') clean += '\n';
  }
  const std::string_view trimmed = trim(clean);
  return trimmed.size() == clean.size() ? clean : std::string(trimmed);
}

namespace {

/// One kind of file that holds tables.
struct GridReader {
  std::array<std::string_view, 3> extensions;
  bool zipped;
  Result<std::vector<Grid>> (*read)(std::string_view bytes, const Path& file);
};

constexpr std::array<GridReader, 4> grid_readers{{{{".xlsx", ".xlsm", ".xltx"}, true, read_xlsx},
                                             {{".ods", ".ots", ".ods"}, true, read_ods},
                                             {{".docx", ".docm", ".dotx"}, true, read_docx_tables},
                                             {{".csv", ".tsv", ".txt"}, false, read_csv}}};

const GridReader* reader_of(std::string_view bytes, const Path& file) {
  const std::string ending = extension(file);
  for (const GridReader& each : grid_readers)
    if (std::find(each.extensions.begin(), each.extensions.end(), ending) != each.extensions.end()) {
      // A spreadsheet that was only renamed to .csv is told by its first bytes, and the other way round.
      if (!each.zipped && bytes.starts_with("PK\x03\x04")) return &grid_readers[0];
      return &each;
    }
  return nullptr;
}

}  // namespace

void tell_hidden(const Grid& grid, std::size_t hidden_rows, const Path& file, Faults& faults) {
  if (grid.notes > 0)
    faults.push_back({file, 0, 0, "in the sheet \xE2\x80\x9C" + grid.name + "\xE2\x80\x9D " + counted(grid.notes, "note or box stands", "notes or boxes stand") + " beside the cells; what they say was not read",
                      "write it into the rows where it belongs"});
  std::vector<std::string> parts;
  if (grid.hidden) parts.push_back("the sheet is hidden");
  if (hidden_rows != 0) parts.push_back(std::to_string(hidden_rows) + (hidden_rows == 1 ? " row is hidden" : " rows are hidden"));
  if (!grid.hidden_columns.empty()) parts.push_back("a column is hidden");
  if (parts.empty()) return;
  const auto first = std::find_if(grid.rows.begin(), grid.rows.end(), [](const Row& each) { return each.hidden; });
  faults.push_back({file, first == grid.rows.end() ? 0 : first->number, 0,
                    "in the sheet \xE2\x80\x9C" + grid.name + "\xE2\x80\x9D: " + list_in_words(parts) + "; all was read",
                    "delete what was hidden because it should not be there"});
}

bool is_grid_file(std::string_view bytes, const Path& file) { return reader_of(bytes, file) != nullptr; }

Result<std::vector<Grid>> read_grid(std::string_view bytes, const Path& file) {
  if (bytes.empty()) return Fault{file, 0, 0, "this file is empty", "copy it again from where it came"};
  const GridReader* reader = reader_of(bytes, file);
  if (reader == nullptr)
    return Fault{file, 0, 0, "no table can be read from a file of this kind",
                 "save it as .csv, .xlsx, .ods or .docx (an old .xls or .doc too)"};
  return reader->read(bytes, file);
}

}  // namespace casewright
