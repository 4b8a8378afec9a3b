#include "ingest/chronology/chronology_rows.h"

#include <algorithm>
#include <cassert>
#include <charconv>
#include <set>

#include "base/among.h"
#include "base/text.h"
#include "base/words.h"
#include "ingest/chronology/chronology_event.h"
#include "ingest/chronology/chronology_row_kinds.h"
#include "ingest/papers/columns.h"
#include "ingest/chronology/contact_forms.h"
#include "ingest/chronology/split_dates.h"

namespace casewright {
namespace {

constexpr std::size_t least_score = 4;  // two columns known exactly

/// A table whose headings are understood.
struct Known {
  const Grid* grid;
  Header header;
  bool continues = false;  ///< has no headings of its own: a table that goes on over a page break
};

/// A cell that is merged over rows below its own.
struct Merged {
  const Cell* cell;
  std::uint32_t last_row;
};

/// Turns the rows of the tables of one file into events.
class ChronologyRows {
 public:
  ChronologyRows(const Path& file, std::uint32_t source, std::string_view agency) : teller_(file), source_(source) {
    chronology_.agency = agency;
    chronology_.file = file;
  }

  Result<Chronology> read(const std::vector<Grid>& grids);
  const RowCount& count() const { return count_; }

 private:
  std::vector<Known> known_tables(const std::vector<Grid>& grids);
  void tell_columns(const Known& table);
  void find_order(const std::vector<Known>& tables);
  void read_table(const Known& table);
  void above_headings(const Known& table);
  void read_row(const Known& table, const Row& row);
  bool repeats_headings(const Known& table, const Row& row) const;
  RowCells cells_of(const Known& table, const Row& row);
  void add_event(const RowCells& cells, bool dated_above);
  void continue_event(const RowCells& cells);
  void name_row(const Row& row, std::string what, std::string hint);
  std::string event_id(std::uint32_t row);

  Chronology chronology_;
  RowCount count_;
  Teller teller_;
  std::uint32_t source_;
  DateOrders orders_;
  DatesAbove above_;
  std::vector<Merged> merged_;
  std::set<std::string> ids_;
  std::size_t table_number_ = 0;
  std::size_t first_event_ = 0;  ///< of the table that is read; a row never continues an event of another sheet
};

const LabelGuide& chronology_guide() { return LabelGuide::of("chronology"); }

/// True where rows of one cell tell days: entries stand below the day on which they were.
bool has_day_bands(const Grid& grid) {
  return std::any_of(grid.rows.begin(), grid.rows.end(), [](const Row& row) {
    if (row.cells.size() != 1 || row.cells[0].text.size() > 60) return false;
    DatesAbove above;
    return above.take_band(row.cells[0].text) && above.day_of_band().from.known();
  });
}

/// The headings of a table that tells what happened, where one that no label is known for stands over dates; score 0 where none does.
Header with_dates_by_cells(const Grid& grid, Header header) {
  if (header.score > 0) understand_by_cells(grid, header);
  return holds(header, Field::date) && holds(header, Field::event) && header.score >= least_score ? header : Header{};
}

std::vector<Known> ChronologyRows::known_tables(const std::vector<Grid>& grids) {
  const LabelGuide& guide = chronology_guide();
  constexpr Field required[] = {Field::date}, what_happened[] = {Field::event};
  std::vector<Known> tables;
  bool last_known = false;
  for (const Grid& grid : grids) {
    if (grid.rows.empty()) continue;
    Header header = find_header(grid, guide, required);
    if (header.score == 0 && has_day_bands(grid)) header = find_header(grid, guide, what_happened);
    if (header.score == 0) header = with_dates_by_cells(grid, find_header(grid, guide, {}));
    else if (header.score >= least_score) understand_by_cells(grid, header);
    if (grid.nested && header.score < least_score) continue;
    count_.rows += grid.rows.size();
    if (header.score >= least_score) {
      take_wordiest_for_event(grid, header);
      tables.push_back({&grid, std::move(header), false});
      last_known = true;
    } else if (last_known && grid.continues) {
      Header same = tables.back().header;
      same.row = 0;
      same.rows = 0;
      tables.push_back({&grid, std::move(same), true});
    } else {
      last_known = false;
    }
  }
  return tables;
}

/// Why no table of a file can be read: the row that looks most like column names has none for the date, or there is no such row.
Fault no_headings(const std::vector<Grid>& grids, const Path& file) {
  Header best;
  const Grid* where = nullptr;
  for (const Grid& each : grids) {
    Header header = find_header(each, chronology_guide(), {});
    if (header.score < least_score || header.score <= best.score) continue;
    best = std::move(header);
    where = &each;
  }
  if (where != nullptr)
    return {file, where->rows[best.row].number, 0, "this row looks like column names, and none of them says that it is a date",
            "name the column of the dates Date"};
  return {file, 0, 0, "no row of column names was found: at least a date and one more column must be named",
          "name the columns, for instance Date, Time, Source, Event, Child seen, Outcome, Comment"};
}

std::string hint_for(const LabelGuide& guide, std::string_view heading) {
  const std::vector<std::string> near = guide.near(heading);
  if (near.empty())
    return "known names are, for instance, Date, Time, Source, Event, Child seen, Voice of the child, Outcome, Comment and Recorded by";
  return "rename it if it means one of these: " + list_in_words(near);
}

void ChronologyRows::tell_columns(const Known& table) {
  if (table.continues) return;
  const LabelGuide& guide = chronology_guide();
  const std::uint32_t line = table.grid->rows[table.header.row].number;
  bool event = false;
  for (const Column& each : table.header.columns) {
    event |= each.field == Field::event;
    const std::string quoted = "\xE2\x80\x9C" + each.heading.substr(0, 80) + "\xE2\x80\x9D";
    if (each.field == Field::none)
      teller_.tell(line, each.number, "the column " + quoted + " is not known; what it says is kept under this heading",
                   hint_for(guide, each.heading));
    else if (!each.exact)
      teller_.tell(line, each.number, "the column " + quoted + " was taken for \xE2\x80\x9C" + std::string(word_of(each.field)) + "\xE2\x80\x9D",
                   "rename it if that is wrong");
  }
  if (!event)
    teller_.tell(line, 0, "no column tells what happened", "name that column \xE2\x80\x9C" "Event\xE2\x80\x9D");
}

std::uint32_t row_of(const std::vector<Known>& tables, const Cell* cell) {
  for (const Known& table : tables)
    for (const Row& row : table.grid->rows)
      if (row.at(cell->column) == cell) return row.number;
  return 0;
}

/// The order of day and month that the file shows by dates that can be read one way only.
void ChronologyRows::find_order(const std::vector<Known>& tables) {
  for (const Known& table : tables)
    for (const Column& column : table.header.columns) {
      if (column.field != Field::date && column.field != Field::end_date) continue;
      std::vector<const Cell*> cells;
      for (std::size_t i = table.header.row + table.header.rows; i < table.grid->rows.size(); ++i)
        if (const Cell* cell = table.grid->rows[i].at(column.number)) cells.push_back(cell);
      orders_.add(cells);
    }
  orders_.settle();
  if (!orders_.month_first()) return;
  teller_.tell(row_of(tables, orders_.shown_by()), 0, "dates in this file put the month before the day, as in the United States; all were read so",
               "check a few dates against the records; 2014-03-25 and 25 March 2014 cannot be misread");
}

void ChronologyRows::name_row(const Row& row, std::string what, std::string hint) {
  ++count_.named;
  teller_.tell(row.number, row.cells.empty() ? 0 : row.cells.front().column, std::move(what), std::move(hint));
}

void ChronologyRows::above_headings(const Known& table) {
  for (std::size_t i = 0; i < table.header.row; ++i) {
    const Row& row = table.grid->rows[i];
    const bool dated = std::any_of(table.header.columns.begin(), table.header.columns.end(), [&](const Column& each) {
      const Cell* cell = each.field == Field::date ? row.at(each.number) : nullptr;
      return cell != nullptr && read_when(cell->text).when.from.known();
    });
    if (dated && row.cells.size() > 1)
      name_row(row, "this row stands above the row of column names and was not read", "move it below the column names if it is an event");
    else ++count_.above_headings;
  }
}

bool ChronologyRows::repeats_headings(const Known& table, const Row& row) const {
  if (row.cells.empty()) return false;
  std::size_t same = 0;
  for (const Cell& each : row.cells) {
    const auto column = std::find_if(table.header.columns.begin(), table.header.columns.end(),
                                     [&](const Column& known) { return known.number == each.column; });
    if (column == table.header.columns.end()) return false;
    const std::string heading = plain_label(column->heading), text = plain_label(each.text);
    // Of headings on two rows either row may be repeated.
    const bool half = table.header.rows == 2 && !text.empty() && (heading.starts_with(text + " ") || heading.ends_with(" " + text));
    if (heading != text && !half) return false;
    ++same;
  }
  return same >= 2 && (table.header.rows == 2 || same * 2 > table.header.columns.size());
}

RowCells ChronologyRows::cells_of(const Known& table, const Row& row) {
  RowCells cells{&row, {}};
  std::erase_if(merged_, [&](const Merged& each) { return each.last_row < row.number; });
  for (const Merged& each : merged_) cells.cells.push_back({each.cell, nullptr, false});
  for (const Cell& each : row.cells) {
    if (!each.text.empty()) cells.cells.push_back({&each, nullptr, true});
    if (each.row_span > 1 && !each.text.empty()) merged_.push_back({&each, row.number + each.row_span - 1});
  }
  for (RowCell& each : cells.cells)
    for (const Column& column : table.header.columns)
      if (column.number == each.cell->column) each.column = &column;
  std::stable_sort(cells.cells.begin(), cells.cells.end(),
                   [](const RowCell& a, const RowCell& b) { return a.cell->column < b.cell->column; });
  return cells;
}

std::string ChronologyRows::event_id(std::uint32_t row) {
  const std::string prefix = chronology_.agency.empty() ? "" : chronology_.agency + "-";
  std::string id = prefix + std::to_string(row);
  if (!ids_.insert(id).second) {
    id = prefix + std::to_string(table_number_) + "-" + std::to_string(row);
    ids_.insert(id);
  }
  return id;
}

void ChronologyRows::add_event(const RowCells& cells, bool dated_above) {
  ++count_.events;
  Event event = event_of_row(cells, orders_, above_, teller_);
  event.id = event_id(cells.row->number);
  event.agency = chronology_.agency;
  event.origin = {source_, cells.row->number, 1};
  if (const When& day = above_.day_of_band(); day.from.known() && !cells.has(Field::date)) {
    event.when.from = day.from;
    event.when.to = day.to;
    if (event.when.minute < 0) event.when.minute = day.minute;
    event.when.written = day.written + (event.when.written.empty() ? "" : " ") + event.when.written;
  } else if (dated_above) {
    event.when.from = chronology_.events.back().when.from;
    event.when.to = chronology_.events.back().when.to;
    event.when.uncertain = true;
    teller_.note(Teller::Note::dated_above, cells.row->number);
  } else if (!cells.has(Field::date)) {
    teller_.tell(cells.row->number, 0, "this row has no date; the event was kept without one", "give it a date, or ? and what is known");
  }
  chronology_.events.push_back(std::move(event));
}

void ChronologyRows::continue_event(const RowCells& cells) {
  ++count_.continued;
  append_row(chronology_.events.back(), cells);
  teller_.note(Teller::Note::continued, cells.row->number);
}

void ChronologyRows::read_row(const Known& table, const Row& row) {
  const RowCells cells = cells_of(table, row);
  if (repeats_headings(table, row)) {
    ++count_.repeated_headings;
    return;
  }
  const bool own_date = cells.own(Field::date), any_date = cells.has(Field::date);
  const bool own_text = cells.own_beside({Field::date, Field::end_date, Field::time, Field::sequence});
  const bool above = chronology_.events.size() > first_event_;
  const bool by_bands = above_.day_of_band().from.known() && !any_date;
  if (above && says_continued(cells)) return continue_event(cells);
  const bool starts_anew = (by_bands && cells.own(Field::event) && !goes_on(cells)) || cells.own(Field::time) || cells.own(Field::sequence) || (cells.own(Field::event) && has_short_entry(cells) && !goes_on(cells));
  const bool band = row.cells.size() == 1 && table.header.columns.size() > 2 &&
                    (row.cells[0].column_span * 2 > table.header.columns.size() || (own_date && !own_text) || stands_aside(cells));
  const auto is_own = [](const RowCell& each) { return each.own; };
  const auto first_own = std::find_if(cells.cells.begin(), cells.cells.end(), is_own);
  if (std::count_if(cells.cells.begin(), cells.cells.end(), is_own) == 1 && is_closing(first_own->cell->text)) {
    name_row(row, "this row only says that the record ends, and was left out", "give it a date and a text if it is an event");
  } else if (first_own != cells.cells.end() && is_sum(first_own->cell->text) && !reads_as_day(cells)) {
    name_row(row, "this row only adds up others, and was left out", "give it a date if it is an event");
  } else if (cells.cells.empty() || (!own_text && !own_date && !starts_anew)) {
    if (above) continue_event(cells);
    else name_row(row, "this row says nothing that could be an event", "");
  } else if (tells_units(cells)) {
    ++count_.repeated_headings;
  } else if (band && is_year(trim(row.cells[0].text))) {
    above_.take_band(row.cells[0].text);
    ++count_.repeated_headings;
  } else if (const auto label = band && above ? LabelGuide::of("chronology").leading(row.cells[0].text) : std::nullopt; label && add_words(chronology_.events.back(), label->field, label->words)) {
    ++count_.continued;
  } else if (band && above_.take_band(row.cells[0].text) && above_.day_of_band().from.known()) {
    ++count_.repeated_headings;
  } else if (band) {
    name_row(row, "this row has a single cell and was taken for a heading within the table", "give it a date and a text if it is an event");
  } else if (own_date && !says_what_happened(cells) && !reads_as_day(cells)) {
    name_row(row, "this row has no date that can be read and says nothing of what happened", "fill it in or take it out");
  } else if (own_date && !own_text && !cells.has(Field::event)) {
    name_row(row, "this row has a date but says nothing of what happened", "fill it in or take it out");
  } else if (!own_date && any_date && !cells.own(Field::event) && cells.has(Field::event) && above && !starts_anew) {
    continue_event(cells);
  } else if (!any_date && above && !starts_anew) {
    continue_event(cells);
  } else {
    add_event(cells, !any_date && above);
  }
}

void ChronologyRows::read_table(const Known& table) {
  ++table_number_;
  merged_.clear();
  if (!table.continues) {
    above_.begin_table();
    above_.take_band(table.grid->name);
  }
  if (!table.continues) first_event_ = chronology_.events.size();
  above_headings(table);
  count_.headings += table.header.rows;
  for (std::size_t i = table.header.row + table.header.rows; i < table.grid->rows.size(); ++i) read_row(table, table.grid->rows[i]);
}

Result<Chronology> ChronologyRows::read(const std::vector<Grid>& grids) {
  const std::vector<Known> tables = known_tables(grids);
  if (tables.empty()) return no_headings(grids, chronology_.file);
  find_order(tables);
  std::size_t next = 0;
  for (const Grid& grid : grids) {
    teller_.place(grids.size() > 1 ? grid.name : "");
    if (next < tables.size() && tables[next].grid == &grid) {
      tell_columns(tables[next]);
      read_table(tables[next++]);
      teller_.settle();
    } else if (!grid.rows.empty() && !grid.nested) {
      count_.named += grid.rows.size();
      teller_.tell(grid.rows.front().number, 0, "this table has no column names of a chronology; " +
                   (grid.rows.size() == 1 ? "its only row was" : "its " + std::to_string(grid.rows.size()) + " rows were") + " not read", "name its columns if it holds events");
    }
  }
  assert(count_.rows == count_.accounted());
  return {std::move(chronology_), teller_.take()};
}

}  // namespace

Result<Chronology> chronology_of_grids(const std::vector<Grid>& grids, const Path& file, std::uint32_t source,
                                       std::string_view agency, RowCount* count) {
  ChronologyRows rows(file, source, agency);
  std::optional<std::vector<Grid>> changed = with_forms_as_rows(grids);
  for (std::size_t at = 0; at < grids.size() && !changed; ++at)
    if (with_whole_dates(grids[at])) changed = grids;
  if (changed)
    for (Grid& each : *changed)
      if (std::optional<Grid> whole = with_whole_dates(each)) each = std::move(*whole);
  Result<Chronology> read = rows.read(changed ? *changed : grids);
  if (count != nullptr) *count = rows.count();
  return read;
}

}  // namespace casewright
