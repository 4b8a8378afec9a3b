#include "ingest/grids/grid_ods.h"
#include "ingest/values/when.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "base/dates.h"
#include "base/text.h"
#include "foreign/xml/xml_stream.h"
#include "foreign/zip.h"
#include "ingest/parts/office_part.h"

namespace casewright {
namespace {

constexpr std::uint32_t most_copies = 4096;  // of a row with something in it

/// Hours, minutes and seconds of "PT14H30M00S" as a part of a day; negative where it is none.
double day_part(std::string_view duration) {
  if (!duration.starts_with("PT")) return -1;
  duration.remove_prefix(2);
  double days = 0;
  while (!duration.empty()) {
    double number = 0;
    const auto [end, error] = std::from_chars(duration.data(), duration.data() + duration.size(), number);
    if (error != std::errc() || end == duration.data() + duration.size()) return -1;
    days += *end == 'H' ? number / 24 : *end == 'M' ? number / 1440 : number / 86400;
    duration.remove_prefix(static_cast<std::size_t>(end - duration.data()) + 1);
  }
  return days;
}

/// Day number and part of a day of "2014-03-03" or "2014-03-03T14:30:00"; false where it is no date.
bool read_date_value(std::string_view value, Cell& cell) {
  const std::optional<Date> date = date_from_iso(value.substr(0, 10));
  if (!date || !date->exact()) return false;
  cell.kind = CellKind::date;
  cell.number = static_cast<double>(day_number(*date));
  if (value.size() >= 16 && value[10] == 'T') {
    const std::uint32_t hour = small_number(value.substr(11, 2), 0, 23), minute = small_number(value.substr(14, 2), 0, 59);
    cell.kind = CellKind::date_time;
    cell.number += hour / 24.0 + minute / 1440.0;
  }
  return true;
}

class SpreadsheetListener final : public xml::Listener {
 public:
  std::vector<Grid> grids;
  bool too_large = false;

  void open(const xml::Tag& tag) override;
  void close(std::string_view space, std::string_view name) override;
  void words(std::string_view text) override {
    if (skipped_ > 0) said_ = said_ || !trim(text).empty();
    else if (in_cell_ && paragraphs_open_ > 0) cell_.text += text;
  }
  bool wants_more() const override { return !too_large; }

 private:
  static bool skips(std::string_view name);
  void open_style(const xml::Tag& tag);
  void open_table(const xml::Tag& tag);
  void open_row(const xml::Tag& tag);
  void open_cell(const xml::Tag& tag, bool covered);
  void open_text(const xml::Tag& tag);
  void close_cell();
  void close_row();
  std::uint32_t take_columns(std::uint32_t count);

  std::set<std::string, std::less<>> hidden_styles_;
  std::string style_;
  Grid grid_;
  Row row_;
  Cell cell_;
  std::size_t cells_ = 0;
  std::uint32_t next_row_ = 1, row_copies_ = 1, next_column_ = 1, cell_copies_ = 1, column_ = 1;
  int tables_open_ = 0, skipped_ = 0, paragraphs_open_ = 0, paragraphs_ = 0;
  bool in_cell_ = false;
  bool said_ = false;  ///< what is skipped has words
};

/// Elements whose text is no text of the cell.
bool SpreadsheetListener::skips(std::string_view name) {
  return name == "annotation" || name == "tracked-changes" || name == "shapes" || name == "frame" || name == "custom-shape" ||
         name == "ruby-text" || name == "note" || name == "forms";
}

void SpreadsheetListener::open_style(const xml::Tag& tag) {
  if (tag.name == "style") style_ = tag.attribute("name");
  else if (tag.name == "table-properties" && tag.attribute("display") == "false") hidden_styles_.insert(style_);
}

void SpreadsheetListener::open_table(const xml::Tag& tag) {
  if (++tables_open_ > 1) return;
  grid_ = {};
  grid_.name = tag.attribute("name");
  grid_.hidden = hidden_styles_.contains(tag.attribute("style-name"));
  next_row_ = 1;
  column_ = 1;
}

void SpreadsheetListener::open_row(const xml::Tag& tag) {
  row_ = {};
  row_.number = next_row_;
  row_.hidden = tag.attribute("visibility") == "collapse" || tag.attribute("visibility") == "filter";
  row_copies_ = std::max(1u, small_number(tag.attribute("number-rows-repeated"), 1, GridLimits::rows * 2));
  next_column_ = 1;
}

std::uint32_t SpreadsheetListener::take_columns(std::uint32_t count) {
  const std::uint32_t first = next_column_;
  next_column_ = std::min(next_column_ + count, 1u << 24);
  return first;
}

void SpreadsheetListener::open_cell(const xml::Tag& tag, bool covered) {
  cell_ = {};
  cell_copies_ = std::max(1u, small_number(tag.attribute("number-columns-repeated"), 1, 1u << 20));
  cell_.column = take_columns(cell_copies_);
  if (!covered) {
    cell_.column_span = std::clamp(small_number(tag.attribute("number-columns-spanned"), 1, GridLimits::columns), 1u, GridLimits::columns);
    cell_.row_span = std::clamp(small_number(tag.attribute("number-rows-spanned"), 1, GridLimits::rows), 1u, GridLimits::rows);
  }
  const std::string_view type = tag.attribute("value-type");
  if (type == "date") {
    read_date_value(tag.attribute("date-value"), cell_);
  } else if (type == "time") {
    if (const double part = day_part(tag.attribute("time-value")); part >= 0 && part < 1) {
      cell_.kind = CellKind::time;
      cell_.number = part;
    }
  } else if (type == "boolean") {
    cell_.kind = CellKind::truth;
    cell_.number = tag.attribute("boolean-value") == "true" ? 1 : 0;
  } else if (type == "float" || type == "percentage" || type == "currency") {
    const std::string_view value = tag.attribute("value");
    if (std::from_chars(value.data(), value.data() + value.size(), cell_.number).ec == std::errc()) cell_.kind = CellKind::number;
  }
  in_cell_ = true;
  paragraphs_ = 0;
}

void SpreadsheetListener::open_text(const xml::Tag& tag) {
  const std::string_view name = tag.name;
  if (name == "p" || name == "h") {
    if (paragraphs_++ > 0) cell_.text += '\n';
    ++paragraphs_open_;
  } else if (paragraphs_open_ == 0) {
    return;
  } else if (name == "line-break") {
    cell_.text += '\n';
  } else if (name == "tab") {
    cell_.text += ' ';
  } else if (name == "s") {
    cell_.text.append(small_number(tag.attribute("c"), 1, 64), ' ');
  }
}

void SpreadsheetListener::open(const xml::Tag& tag) {
  const std::string_view name = tag.name;
  if (skipped_ > 0 || skips(name)) {
    if (skipped_ == 0) said_ = false;
    ++skipped_;
  } else if (name == "table" && tag.space.find("table") != std::string_view::npos) {
    open_table(tag);
  } else if (tables_open_ == 0) {
    open_style(tag);
  } else if (in_cell_) {
    open_text(tag);
  } else if (tables_open_ > 1) {
    return;
  } else if (name == "table-row") {
    open_row(tag);
  } else if (name == "table-cell" || name == "covered-table-cell") {
    open_cell(tag, name == "covered-table-cell");
  } else if (name == "table-column") {
    const std::uint32_t count = small_number(tag.attribute("number-columns-repeated"), 1, GridLimits::columns);
    const bool hidden = tag.attribute("visibility") == "collapse" || tag.attribute("visibility") == "filter";
    for (std::uint32_t i = 0; i < count && column_ <= GridLimits::columns; ++i, ++column_)
      if (hidden) grid_.hidden_columns.push_back(column_);
  }
}

void SpreadsheetListener::close_cell() {
  in_cell_ = false;
  cell_.text = cell_text(cell_.text);
  const bool dated = cell_.kind == CellKind::date || cell_.kind == CellKind::date_time || cell_.kind == CellKind::time;
  // A date shown without its year or its day loses what the cell holds: the value is the truth.
  if (cell_.kind == CellKind::date && read_when(cell_.text).when.from.known() && !read_when(cell_.text).when.from.exact()) settle_month(cell_);
  else if (dated) cell_.text = date_cell_text(cell_.kind, cell_.number);
  if (cell_.kind == CellKind::truth) cell_.text = cell_.number != 0 ? "Yes" : "No";
  if (cell_.text.empty()) return;
  if (cell_.column + cell_copies_ - 1 > GridLimits::columns) {
    too_large = true;
    return;
  }
  for (std::uint32_t i = 0; i < cell_copies_; ++i) {
    row_.cells.push_back(cell_);
    row_.cells.back().column = cell_.column + i;
  }
  too_large |= (cells_ += cell_copies_) > GridLimits::cells;
}

void SpreadsheetListener::close_row() {
  const std::uint32_t copies = row_copies_;
  next_row_ = std::min(next_row_ + copies, 1u << 30);
  if (row_.cells.empty()) return;
  if (copies > most_copies || row_.number + copies - 1 > GridLimits::rows || (cells_ += (copies - 1) * row_.cells.size()) > GridLimits::cells) {
    too_large = true;
    return;
  }
  for (std::uint32_t i = 0; i < copies; ++i) {
    grid_.rows.push_back(row_);
    grid_.rows.back().number = row_.number + i;
  }
}

void SpreadsheetListener::close(std::string_view space, std::string_view name) {
  if (skipped_ > 0) {
    if (--skipped_ == 0 && said_ && tables_open_ > 0 && name != "ruby-text") ++grid_.notes;
  } else if (name == "table" && space.find("table") != std::string_view::npos) {
    if (tables_open_ > 0 && --tables_open_ == 0 && !grid_.rows.empty()) grids.push_back(std::move(grid_));
  } else if (paragraphs_open_ > 0 && (name == "p" || name == "h")) {
    --paragraphs_open_;
  } else if (tables_open_ > 1) {
    return;
  } else if (in_cell_ && (name == "table-cell" || name == "covered-table-cell")) {
    close_cell();
  } else if (name == "table-row" && tables_open_ == 1) {
    close_row();
  }
}

}  // namespace

Result<std::vector<Grid>> read_ods(std::string_view bytes, const Path& file) {
  const Result<zip::Archive> archive = zip::Archive::open(bytes, file);
  if (!archive.ok()) return archive.faults();
  if (!archive->has("content.xml")) return Fault{file, 0, 0, "this file is no OpenDocument spreadsheet", "open it in the program that made it and save it as .ods"};
  const std::string manifest = "META-INF/manifest.xml";
  if (archive->has(manifest)) {
    const Result<std::string> listed = archive->read(manifest);
    if (listed.ok() && listed->find("encryption-data") != std::string::npos)
      return Fault{file, 0, 0, "this file is protected with a password", "open it and save it without the password"};
  }
  const Result<std::string> content = archive->read("content.xml");
  if (!content.ok()) return content.faults();
  SpreadsheetListener listener;
  if (const Outcome heard = xml::stream(*content, file, listener); !heard.ok()) return heard.faults();
  if (listener.too_large)
    return Fault{file, 0, 0, "a sheet is larger than a chronology can be, or repeats a row with words thousands of times",
                 "delete the rows and columns beyond the chronology"};
  Faults faults;
  for (const Grid& each : listener.grids) {
    const auto hidden = std::count_if(each.rows.begin(), each.rows.end(), [](const Row& row) { return row.hidden; });
    tell_hidden(each, static_cast<std::size_t>(hidden), file, faults);
  }
  return {std::move(listener.grids), std::move(faults)};
}

}  // namespace casewright
