#include "ingest/papers/columns.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

constexpr std::size_t rows_searched = 60;

/// A column's heading; `lower` is what stands in the second row of one that is parted.
struct Heading {
  std::uint32_t column;
  std::string whole, lower;
};

/// The headings of one row, or of two: the text of a cell below one is joined to that above it.
std::vector<Heading> headings_of(const Grid& grid, std::size_t first, std::size_t rows) {
  std::vector<Heading> headings;
  for (const Cell& each : grid.rows[first].cells) {
    bool parted = false;
    if (rows == 2)
      for (const Cell& below : grid.rows[first + 1].cells)
        if (below.column >= each.column && below.column < each.column + each.column_span) {
          headings.push_back({below.column, each.text + " " + below.text, below.text});
          parted = true;
        }
    if (!parted && !each.text.empty()) headings.push_back({each.column, each.text, ""});
  }
  return headings;
}

/// What a heading means; where its two rows together say nothing that is known, the lower may.
LabelGuide::Meaning meaning_of(const Heading& heading, const LabelGuide& guide) {
  const LabelGuide::Meaning whole = guide.understand(heading.whole);
  if (heading.lower.empty() || (whole.exact && whole.field != Field::none)) return whole;
  const LabelGuide::Meaning lower = guide.understand(heading.lower);
  return lower.field != Field::none && (lower.exact || whole.field == Field::none) ? lower : whole;
}

/// True where a heading spans columns and the next row parts it, as "Child" over "seen" and "spoken to". Beside such a one, words may stand
/// on two rows in one column, too.
bool parted_below(const Grid& grid, std::size_t row) {
  if (row + 1 >= grid.rows.size() || grid.rows[row + 1].number != grid.rows[row].number + 1) return false;
  if (grid.rows[row].cells.size() < 2) return false;  // a title
  std::size_t parted = 0;
  for (const Cell& below : grid.rows[row + 1].cells) {
    const auto above = std::find_if(grid.rows[row].cells.begin(), grid.rows[row].cells.end(),
                                    [&](const Cell& each) { return below.column >= each.column && below.column < each.column + each.column_span; });
    if (above == grid.rows[row].cells.end() || below.text.size() > 60 || below.text.find_first_of("0123456789") != std::string::npos) return false;
    if (above->column_span > 1) ++parted;
  }
  return parted > 1;
}

/// Understands headings by their last word alone where the table has no other column of that kind. A date is sought last, and
/// only beside a column that tells what happened: many a table that is no chronology has a date somewhere.
void fill_gaps(Header& header, const LabelGuide& guide) {
  for (const Field wanted : {Field::event, Field::child_seen, Field::outcome, Field::source, Field::comment, Field::date}) {
    if (holds(header, wanted) || (wanted == Field::date && !holds(header, Field::event))) continue;
    for (Column& each : header.columns) {
      if (each.field != Field::none || guide.named_last(each.heading) != wanted) continue;
      each.field = wanted;
      each.exact = false;
      ++header.score;
      break;
    }
  }
}

Header header_at(const Grid& grid, std::size_t row, const LabelGuide& guide) {
  Header header;
  header.row = row;
  header.rows = parted_below(grid, row) ? 2 : 1;
  std::vector<Field> seen;
  for (const Heading& each : headings_of(grid, row, header.rows)) {
    const auto [field, exact] = meaning_of(each, guide);
    header.columns.push_back({each.column, fold_space(each.whole), field, exact});
    const Column& column = header.columns.back();
    if (column.field == Field::none) continue;
    if (std::find(seen.begin(), seen.end(), column.field) == seen.end()) header.score += column.exact ? 2 : 1;
    if (column.field != Field::kept) seen.push_back(column.field);
  }
  fill_gaps(header, guide);
  for (std::size_t i = 1; i < header.columns.size(); ++i)
    if (header.columns[i - 1].number > header.columns[i].number)
      std::sort(header.columns.begin(), header.columns.end(), [](const Column& a, const Column& b) { return a.number < b.number; });
  return header;
}

/// How many words a row has in a column on average: what happened is told in every row.
double words_of_column(const Grid& grid, const Header& header, const Column& column) {
  std::size_t words = 0, rows = 0;
  for (std::size_t i = header.row + header.rows; i < grid.rows.size(); ++i) {
    if (grid.rows[i].cells.size() < 2) continue;
    ++rows;
    if (const Cell* cell = grid.rows[i].at(column.number)) words += static_cast<std::size_t>(std::count(cell->text.begin(), cell->text.end(), ' ')) + 1;
  }
  return rows == 0 ? 0 : static_cast<double>(words) / static_cast<double>(rows);
}

bool is_date_cell(const Cell& cell) {
  if (cell.kind == CellKind::date || cell.kind == CellKind::date_time) return true;
  if (cell.kind != CellKind::text) return false;
  const WhenRead read = read_when(cell.text);
  return !read.remark && (read.problem == WhenRead::Problem::no_year || (read.problem == WhenRead::Problem::none && read.when.from.month != 0));
}

bool is_time_cell(const Cell& cell) {
  constexpr std::size_t most_bytes = 12;
  if (cell.kind == CellKind::time) return true;
  return cell.kind == CellKind::text && cell.text.size() <= most_bytes && read_time(cell.text) >= 0 && read_when(cell.text).problem == WhenRead::Problem::no_date;
}

/// True where most of what stands in a column, and at least two cells, is so.
bool mostly(const Grid& grid, const Header& header, const Column& column, bool (*is_so)(const Cell&)) {
  constexpr std::size_t rows_looked_at = 40;
  std::size_t cells = 0, so = 0;
  const std::size_t first = header.row + header.rows;
  for (std::size_t i = first; i < std::min(grid.rows.size(), first + rows_looked_at); ++i)
    if (const Cell* cell = grid.rows[i].at(column.number); cell != nullptr && !cell->text.empty() && grid.rows[i].cells.size() > 1) {
      ++cells;
      so += is_so(*cell) ? 1 : 0;
    }
  return so >= 2 && so * 10 >= cells * 7;
}

}  // namespace

bool holds(const Header& header, Field field) {
  return std::any_of(header.columns.begin(), header.columns.end(), [field](const Column& each) { return each.field == field; });
}

void understand_by_cells(const Grid& grid, Header& header) {
  struct ByCells {
    Field field;
    bool (*is_so)(const Cell&);
  };
  static constexpr ByCells kinds[] = {{Field::date, is_date_cell}, {Field::time, is_time_cell}};
  for (const ByCells& kind : kinds) {
    if (holds(header, kind.field)) continue;
    const auto found = std::find_if(header.columns.begin(), header.columns.end(),
                                    [&](const Column& each) { return each.field == Field::none && mostly(grid, header, each, kind.is_so); });
    if (found == header.columns.end()) continue;
    found->field = kind.field;
    found->exact = false;
    header.score += kind.field == Field::date ? 2 : 1;  // so many dates are no chance
  }
}

void take_wordiest_for_event(const Grid& grid, Header& header) {
  if (header.columns.empty() || holds(header, Field::event)) return;
  constexpr double least_words = 2;  // codes and names of types have fewer
  double most = least_words;
  Column* wordiest = nullptr;
  for (Column& each : header.columns) {
    const bool guessed = !each.exact && (each.field == Field::outcome || each.field == Field::comment);
    if (each.field != Field::none && each.field != Field::comment && !guessed) continue;
    const double words = words_of_column(grid, header, each);
    if (words <= most) continue;
    most = words;
    wordiest = &each;
  }
  if (wordiest == nullptr) return;
  wordiest->field = Field::event;
  wordiest->exact = false;
}

Header find_header(const Grid& grid, const LabelGuide& guide, std::span<const Field> required) {
  Header best;
  for (std::size_t row = 0; row < std::min(grid.rows.size(), rows_searched); ++row) {
    Header header = header_at(grid, row, guide);
    const bool complete = std::all_of(required.begin(), required.end(), [&](Field each) { return holds(header, each); });
    if (complete && header.score > best.score) best = std::move(header);
    // No later row can name more than every column exactly.
    if (best.columns.size() > 2 && best.score == 2 * best.columns.size()) break;
  }
  return best;
}

}  // namespace casewright
