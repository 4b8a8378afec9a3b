#include "ingest/grids/grid_docx.h"

#include <algorithm>
#include <array>
#include <map>

#include "base/text.h"
#include "foreign/xml/xml_stream.h"
#include "foreign/zip.h"
#include "ingest/parts/office_part.h"
#include "ingest/parts/office_switch.h"

namespace casewright {
namespace {

/// Where the cell stands that cells further down are merged with.
struct Anchor {
  std::size_t row = 0, cell = 0;  ///< indices in the grid
  std::uint32_t last_row = 0;     ///< the last row number it reaches
};

/// A table that is being read; tables may stand within cells.
struct OpenTable {
  Grid grid;
  Row row;
  Cell cell;
  std::map<std::uint32_t, Anchor> anchors;
  std::uint32_t columns = 0;      ///< as the table declares them
  std::uint32_t next_row = 1, next_column = 1;
  std::size_t paragraphs = 0;
  bool in_row = false, in_cell = false, row_deleted = false, merged_above = false, merged_left = false, cell_deleted = false;

  /// Cells of a row that is not in the grid can be merged with none.
  void forget_open_row() {
    std::erase_if(anchors, [this](const auto& each) { return each.second.row >= grid.rows.size(); });
  }
};

/// Private characters of the Symbol and Wingdings fonts that stand for a tick, a cross or a ticked box.
std::string symbol_text(std::string_view code) {
  struct Symbol {
    std::string_view code, text;
  };
  constexpr std::array<Symbol, 6> symbols{{{"F0FC", "\xE2\x9C\x93"}, {"F0FB", "\xE2\x9C\x97"}, {"F0FE", "\xE2\x98\x91"},
                                           {"F0FD", "\xE2\x98\x92"}, {"F0A8", "\xE2\x98\x90"}, {"F0E0", "\xE2\x86\x92"}}};
  for (const Symbol& each : symbols)
    if (each.code == code) return std::string(each.text);
  return "\xEF\xBF\xBD";
}

class DocumentListener final : public xml::Listener {
 public:
  std::vector<Grid> grids;
  bool too_large = false;
  std::size_t deleted = 0;  ///< tracked deletions that were left out

  void open(const xml::Tag& tag) override;
  void close(std::string_view space, std::string_view name) override;
  void words(std::string_view text) override {
    if (in_text_ && skipped_ == 0) add(text);
  }
  bool wants_more() const override { return !too_large; }

 private:
  static bool ours(std::string_view space) { return space.find("wordprocessingml") != std::string_view::npos; }
  void add(std::string_view text) {
    if (!tables_.empty() && tables_.back().in_cell) tables_.back().cell.text += text;
  }
  void open_table();
  void close_table();
  void open_row(OpenTable& table);
  void open_row_or_cell(const xml::Tag& tag);
  void open_property(const xml::Tag& tag);
  void open_text(const xml::Tag& tag);
  void close_row();
  void close_cell();
  bool continue_merged(OpenTable& table, const std::string& text);

  std::vector<OpenTable> tables_;
  std::vector<bool> placeholders_;  ///< for each open content control: whether it shows only its prompt
  std::uint32_t rows_above_ = 0;    ///< rows of the tables before; all rows of a document are counted on
  std::uint32_t last_columns_ = 0;
  std::size_t cells_ = 0;
  int skipped_ = 0;
  bool in_text_ = false, in_row_properties_ = false, in_cell_properties_ = false;
};

void DocumentListener::open_table() {
  OpenTable& table = tables_.emplace_back();
  table.grid.nested = tables_.size() > 1;
  table.next_row = table.grid.nested ? 1 : rows_above_ + 1;
}

void DocumentListener::close_table() {
  if (tables_.empty()) return;
  if (tables_.back().in_row) close_row();
  OpenTable table = std::move(tables_.back());
  tables_.pop_back();
  if (table.grid.nested) {
    std::vector<std::string> lines;
    for (const Row& row : table.grid.rows) {
      std::vector<std::string> cells;
      for (const Cell& each : row.cells)
        if (!each.text.empty()) cells.push_back(each.text);
      lines.push_back(join_text(cells, " | "));
    }
    add((tables_.back().cell.text.empty() ? "" : "\n") + join_text(lines, "\n"));
    tables_.back().paragraphs += lines.size();
  } else {
    const std::uint32_t first = rows_above_ + 1;
    rows_above_ = table.next_row - 1;
    table.grid.continues = last_columns_ != 0 && table.columns == last_columns_;
    last_columns_ = table.columns;
    const std::string last = std::to_string(rows_above_);
    table.grid.name = first == rows_above_ ? "row " + last + " of all tables" : "rows " + std::to_string(first) + " to " + last + " of all tables";
  }
  for (Row& row : table.grid.rows) std::erase_if(row.cells, [](const Cell& each) { return each.text.empty(); });
  std::erase_if(table.grid.rows, [](const Row& each) { return each.cells.empty(); });
  if (!table.grid.rows.empty()) grids.push_back(std::move(table.grid));
}

void DocumentListener::open_row(OpenTable& table) {
  if (table.in_row) close_row();
  table.forget_open_row();
  table.row = {};
  table.row.number = table.next_row++;
  table.next_column = 1;
  table.in_row = true;
  table.row_deleted = false;
  too_large |= table.next_row > GridLimits::rows;
}

void DocumentListener::open_row_or_cell(const xml::Tag& tag) {
  OpenTable& table = tables_.back();
  if (tag.name == "tr") {
    open_row(table);
  } else if (tag.name == "tc") {
    // Of a broken file, the words of cells that stand in no row are kept as well.
    if (!table.in_row) open_row(table);
    table.cell = {};
    table.cell.column = table.next_column;
    table.in_cell = true;
    table.merged_above = table.merged_left = table.cell_deleted = false;
    table.paragraphs = 0;
    too_large |= ++cells_ > GridLimits::cells;
  } else if (tag.name == "gridCol") {
    ++table.columns;
  } else if (tag.name == "trPr") {
    in_row_properties_ = true;
  } else if (tag.name == "tcPr") {
    in_cell_properties_ = true;
  }
}

void DocumentListener::open_property(const xml::Tag& tag) {
  OpenTable& table = tables_.back();
  const std::string_view name = tag.name;
  if (in_row_properties_) {
    if (name == "tblHeader") table.row.header = is_on(&tag);
    else if (name == "hidden") table.row.hidden = is_on(&tag);
    else if (name == "del") table.row_deleted = true;
    else if (name == "gridBefore") table.next_column += small_number(tag.attribute("val"), 0, GridLimits::columns);
  } else if (name == "gridSpan") {
    table.cell.column_span = std::clamp(small_number(tag.attribute("val"), 1, GridLimits::columns), 1u, GridLimits::columns);
  } else if (name == "vMerge") {
    table.merged_above = tag.attribute("val") != "restart";
    if (!table.merged_above) table.anchors.erase(table.cell.column);
  } else if (name == "hMerge") {
    table.merged_left = tag.attribute("val") != "restart";
  } else if (name == "cellDel") {
    table.cell_deleted = true;
  }
}

void DocumentListener::open_text(const xml::Tag& tag) {
  const std::string_view name = tag.name;
  if (name == "t") {
    in_text_ = true;
  } else if (name == "p") {
    if (!tables_.empty() && tables_.back().in_cell && tables_.back().paragraphs++ > 0) add("\n");
  } else if (name == "br" || name == "cr") {
    add("\n");
  } else if (name == "tab") {
    // The stops of a paragraph's tabs bear the same name, but have a position.
    if (tag.attribute("pos").empty()) add(" ");
  } else if (name == "noBreakHyphen") {
    add("-");
  } else if (name == "sym") {
    add(symbol_text(tag.attribute("char")));
  }
}

void DocumentListener::open(const xml::Tag& tag) {
  const std::string_view name = tag.name;
  if (skipped_ > 0) {
    ++skipped_;
    return;
  }
  if (!ours(tag.space)) {
    // What newer versions draw stands twice: once anew and once as a fallback.
    if (name == "Fallback") ++skipped_;
    return;
  }
  if (!tables_.empty() && (in_row_properties_ || in_cell_properties_)) return open_property(tag);
  if (name == "del" || name == "moveFrom") {
    ++deleted;
    ++skipped_;
  } else if (name == "tbl") {
    open_table();
  } else if (name == "sdt") {
    placeholders_.push_back(false);
  } else if (name == "showingPlcHdr" && !placeholders_.empty()) {
    placeholders_.back() = true;
  } else if (name == "sdtContent" && !placeholders_.empty() && placeholders_.back()) {
    // "Click here to enter a date" is a prompt and no text.
    ++skipped_;
  } else if (name == "rPr" || name == "pPr") {
    ++skipped_;  // marks of change in a paragraph's or run's properties are not the change itself
  } else {
    if (!tables_.empty()) open_row_or_cell(tag);
    open_text(tag);
  }
}

/// Adds the row to the cell above that this one is merged with; false where there is none or it has words.
bool DocumentListener::continue_merged(OpenTable& table, const std::string& text) {
  const auto anchor = table.anchors.find(table.cell.column);
  if (!table.merged_above || !text.empty() || anchor == table.anchors.end() || anchor->second.row >= table.grid.rows.size() || anchor->second.last_row + 1 < table.row.number) return false;
  anchor->second.last_row = table.row.number;
  Row& row = table.grid.rows[anchor->second.row];
  Cell& above = row.cells[anchor->second.cell];
  above.row_span = table.row.number - row.number + 1;
  return true;
}

void DocumentListener::close_cell() {
  OpenTable& table = tables_.back();
  table.in_cell = false;
  table.next_column = std::min(table.cell.column + table.cell.column_span, GridLimits::columns + 1);
  table.cell.text = cell_text(table.cell.text);
  too_large |= table.cell.column > GridLimits::columns && !table.cell.text.empty();
  if (table.cell_deleted || too_large) return;
  if (table.merged_left && table.cell.text.empty() && !table.row.cells.empty()) {
    ++table.row.cells.back().column_span;
    return;
  }
  if (continue_merged(table, table.cell.text)) return;
  // Empty cells are kept while the table is open: one may be merged over the rows below it.
  table.anchors[table.cell.column] = {table.grid.rows.size(), table.row.cells.size(), table.row.number};
  table.row.cells.push_back(std::move(table.cell));
}

void DocumentListener::close_row() {
  OpenTable& table = tables_.back();
  table.in_row = false;
  if (table.row_deleted) {
    ++deleted;
    table.forget_open_row();
    return;
  }
  if (table.columns == 0 || table.next_column - 1 > table.columns) table.columns = table.next_column - 1;
  table.grid.rows.push_back(std::move(table.row));
}

void DocumentListener::close(std::string_view space, std::string_view name) {
  if (skipped_ > 0) {
    --skipped_;
    return;
  }
  if (!ours(space)) return;
  if (name == "t") in_text_ = false;
  else if (name == "trPr") in_row_properties_ = false;
  else if (name == "tcPr") in_cell_properties_ = false;
  else if (name == "sdt" && !placeholders_.empty()) placeholders_.pop_back();
  else if (name == "tbl") close_table();
  else if (name == "tc" && !tables_.empty() && tables_.back().in_cell) close_cell();
  else if (name == "tr" && !tables_.empty() && tables_.back().in_row) close_row();
}

}  // namespace

Result<std::vector<Grid>> read_docx_tables(std::string_view bytes, const Path& file) {
  const Result<zip::Archive> archive = zip::Archive::open(bytes, file);
  if (!archive.ok()) return archive.faults();
  std::string part = "word/document.xml";
  const Result<std::vector<Relationship>> package = read_relationships(*archive, "_rels/.rels", file);
  if (!package.ok()) return package.faults();
  for (const Relationship& each : *package)
    if (each.kind == "officeDocument") part = part_path("", each.target);
  if (!archive->has(part)) return Fault{file, 0, 0, "this file is no Word document", "open it in the program that made it and save it as .docx"};
  const Result<std::string> content = archive->read(part);
  if (!content.ok()) return content.faults();
  DocumentListener listener;
  if (const Outcome heard = xml::stream(*content, file, listener); !heard.ok()) return heard.faults();
  if (listener.too_large) return Fault{file, 0, 0, "a table of this document is larger than a chronology can be", "split it"};
  if (listener.grids.empty()) return Fault{file, 0, 0, "this document has no table", "put the chronology into a table with column names"};
  Faults faults;
  if (listener.deleted != 0)
    faults.push_back({file, 0, 0, "this document has tracked changes; what is marked as deleted was left out, what is marked as inserted was read",
                      "accept or reject the changes and save it again"});
  return {std::move(listener.grids), std::move(faults)};
}

}  // namespace casewright
