#include "ingest/chronology/split_dates.h"

#include <algorithm>
#include <string>

#include "base/among.h"
#include "ingest/values/labels.h"

namespace casewright {
namespace {

constexpr std::size_t rows_looked_at = 20;

/// The first of three columns of that row which are headed as the parts of a date; 0 where none are.
std::uint32_t first_part(const Row& row) {
  for (const Cell& each : row.cells) {
    const Cell *month = row.at(each.column + 1), *year = row.at(each.column + 2);
    if (month == nullptr || year == nullptr) continue;
    const bool parts = among({"day", "dd", "d"}, plain_label(each.text)) && among({"month", "mth", "mon", "mm", "m"}, plain_label(month->text)) &&
                       among({"year", "yr", "yyyy", "yy", "y"}, plain_label(year->text));
    if (parts) return each.column;
  }
  return 0;
}

}  // namespace

std::optional<Grid> with_whole_dates(const Grid& grid) {
  std::size_t names = 0;
  std::uint32_t first = 0;
  for (; names < std::min(grid.rows.size(), rows_looked_at) && first == 0; ++names) first = first_part(grid.rows[names]);
  if (first == 0) return std::nullopt;
  Grid whole = grid;
  for (std::size_t at = names - 1; at < whole.rows.size(); ++at) {
    std::string date;
    const auto is_number = [](const Cell* cell) { return cell != nullptr && cell->text.find_first_not_of("0123456789") == std::string::npos; };
    const char* between = is_number(whole.rows[at].at(first + 1)) ? "/" : " ";  // "31/01/2017", "11 May 16"
    std::erase_if(whole.rows[at].cells, [&](const Cell& each) {
      const bool part = each.column >= first && each.column < first + 3;
      if (part && each.column_span > 1) return false;  // a band
      if (part) date += (date.empty() ? "" : between) + each.text;
      return part;
    });
    if (date.empty()) continue;
    Cell cell;
    cell.column = first;
    cell.text = at + 1 == names ? "Date" : date;
    whole.rows[at].cells.push_back(std::move(cell));
    std::sort(whole.rows[at].cells.begin(), whole.rows[at].cells.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; });
  }
  return whole;
}

}  // namespace casewright
