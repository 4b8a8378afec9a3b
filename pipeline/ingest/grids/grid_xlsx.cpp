#include "ingest/grids/grid_xlsx.h"

#include <algorithm>
#include <charconv>
#include <cmath>
#include <set>

#include "base/text.h"
#include "foreign/xml/xml_stream.h"
#include "foreign/zip.h"
#include "ingest/grids/number_format.h"
#include "ingest/parts/office_part.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_strings = 4'000'000;

/// A sheet as the workbook names it.
struct Sheet {
  std::string name, id;
  bool hidden = false;
};

class WorkbookListener final : public xml::Listener {
 public:
  std::vector<Sheet> sheets;
  bool from_1904 = false;

  void open(const xml::Tag& tag) override {
    if (tag.name == "workbookPr") {
      const std::string_view says = tag.attribute("date1904");
      from_1904 = says == "1" || says == "true";
    } else if (tag.name == "sheet" && sheets.size() < 1000) {
      Sheet& sheet = sheets.emplace_back();
      sheet.name = tag.attribute("name");
      // "sheetId" has another local name; this one is r:id in either namespace.
      sheet.id = tag.attribute("id");
      sheet.hidden = !tag.attribute("state").empty() && tag.attribute("state") != "visible";
    }
  }
  void close(std::string_view, std::string_view) override {}
  void words(std::string_view) override {}
};

/// The text of strings, whatever runs they are cut into; phonetic readings are left out.
class StringsListener final : public xml::Listener {
 public:
  std::vector<std::string> strings;

  void open(const xml::Tag& tag) override {
    if (tag.name == "si") strings.emplace_back();
    else if (tag.name == "rPh") ++phonetic_;
    else if (tag.name == "t") in_text_ = true;
  }
  void close(std::string_view, std::string_view name) override {
    if (name == "rPh" && phonetic_ > 0) --phonetic_;
    else if (name == "t") in_text_ = false;
  }
  void words(std::string_view text) override {
    if (in_text_ && phonetic_ == 0 && !strings.empty()) strings.back() += text;
  }
  bool wants_more() const override { return strings.size() < most_strings; }

 private:
  int phonetic_ = 0;
  bool in_text_ = false;
};

/// What each cell style shows a number as.
class StylesListener final : public xml::Listener {
 public:
  std::vector<CellKind> kinds;

  void open(const xml::Tag& tag) override {
    if (tag.name == "numFmt") own_.emplace_back(small_number(tag.attribute("numFmtId"), 0, 100'000), kind_of_format_code(tag.attribute("formatCode")));
    else if (tag.name == "cellXfs") in_styles_ = true;
    else if (tag.name == "xf" && in_styles_ && kinds.size() < 100'000) kinds.push_back(kind(small_number(tag.attribute("numFmtId"), 0, 100'000)));
  }
  void close(std::string_view, std::string_view name) override {
    if (name == "cellXfs") in_styles_ = false;
  }
  void words(std::string_view) override {}

 private:
  CellKind kind(std::uint32_t number) const {
    for (const auto& [id, own] : own_)
      if (id == number) return own;
    return kind_of_format(number);
  }
  std::vector<std::pair<std::uint32_t, CellKind>> own_;
  bool in_styles_ = false;
};

/// Row and column of "BC17"; 0 where it is none.
struct CellPlace {
  std::uint32_t row = 0, column = 0;
};

CellPlace place_of(std::string_view reference) {
  CellPlace place;
  std::size_t at = 0;
  for (; at < reference.size() && at < 4; ++at) {
    const char c = reference[at];
    if (c == '$') continue;
    if (c < 'A' || c > 'Z') break;
    place.column = place.column * 26 + static_cast<std::uint32_t>(c - 'A' + 1);
  }
  if (at < reference.size() && reference[at] == '$') ++at;
  place.row = small_number(reference.substr(at), 0, GridLimits::rows + 1);
  return place;
}

/// Excel writes a character that XML cannot hold as _x000D_.
std::string unescape(std::string_view text) {
  if (text.find("_x") == std::string_view::npos) return std::string(text);
  std::string plain;
  for (std::size_t at = 0; at < text.size();) {
    unsigned value = 0;
    const bool escaped = text.substr(at).starts_with("_x") && at + 6 < text.size() && text[at + 6] == '_' &&
                         std::from_chars(text.data() + at + 2, text.data() + at + 6, value, 16).ptr == text.data() + at + 6;
    if (!escaped) {
      plain += text[at++];
      continue;
    }
    if (value != 0x0D && (value < 0xD800 || value > 0xDFFF)) append_utf8(plain, value);
    at += 7;
  }
  return plain;
}

/// What a workbook's sheets share.
struct Shared {
  std::vector<std::string> strings;
  std::vector<CellKind> kinds;
  bool from_1904 = false;
};

/// The cells of one sheet.
class SheetListener final : public xml::Listener {
 public:
  SheetListener(Grid& grid, const Shared& shared) : grid_(grid), shared_(shared) {}

  bool too_large = false;
  std::size_t cells = 0;
  std::size_t hidden_rows = 0;
  bool errors = false;

  void open(const xml::Tag& tag) override;
  void close(std::string_view space, std::string_view name) override;
  void words(std::string_view text) override {
    if (in_value_ && phonetic_ == 0) value_ += text;
  }
  bool wants_more() const override { return !too_large; }

 private:
  void open_row(const xml::Tag& tag);
  void open_cell(const xml::Tag& tag);
  void close_cell();
  void hide_columns(const xml::Tag& tag);
  void merge(std::string_view range);
  bool fill(Cell& cell) const;

  Grid& grid_;
  const Shared& shared_;
  Row row_;
  CellPlace at_;
  std::string type_, value_;
  std::uint32_t style_ = 0;
  bool in_value_ = false;
  int phonetic_ = 0;
};

void SheetListener::open_row(const xml::Tag& tag) {
  row_ = {};
  row_.number = small_number(tag.attribute("r"), at_.row + 1, GridLimits::rows + 1);
  const std::string_view hidden = tag.attribute("hidden");
  row_.hidden = hidden == "1" || hidden == "true";
  at_ = {row_.number, 0};
  too_large |= row_.number > GridLimits::rows;
}

void SheetListener::open_cell(const xml::Tag& tag) {
  std::string_view reference, style;
  type_.clear();
  for (const xml::Attribute& each : tag.attributes) {
    if (each.name == "r") reference = each.value;
    else if (each.name == "s") style = each.value;
    else if (each.name == "t") type_ = each.value;
  }
  at_.column = reference.empty() ? at_.column + 1 : place_of(reference).column;
  style_ = small_number(style, 0, 1'000'000);
  value_.clear();
  too_large |= ++cells > GridLimits::cells;
}

void SheetListener::open(const xml::Tag& tag) {
  const std::string_view name = tag.name;
  if (name == "c") open_cell(tag);
  else if (name == "v" || name == "t") in_value_ = true;
  else if (name == "row") open_row(tag);
  else if (name == "rPh") ++phonetic_;
  else if (name == "col") hide_columns(tag);
  else if (name == "mergeCell") merge(tag.attribute("ref"));
}

void SheetListener::hide_columns(const xml::Tag& tag) {
  const std::string_view hidden = tag.attribute("hidden");
  if (hidden != "1" && hidden != "true") return;
  const std::uint32_t last = small_number(tag.attribute("max"), 0, GridLimits::columns);
  for (std::uint32_t each = small_number(tag.attribute("min"), 1, GridLimits::columns); each <= last; ++each)
    if (grid_.hidden_columns.size() < GridLimits::columns) grid_.hidden_columns.push_back(each);
}

/// Fills a cell from its value and type; false where nothing stands in it.
bool SheetListener::fill(Cell& cell) const {
  if (value_.empty()) return false;
  if (type_ == "s") {
    const std::uint32_t index = small_number(value_, 0xFFFFFFFF, 0xFFFFFFFF);
    if (index < shared_.strings.size()) cell.text = cell_text(shared_.strings[index]);
    return !cell.text.empty();
  }
  if (type_ == "b") {
    cell.kind = CellKind::truth;
    cell.text = trim(value_) == "1" ? "Yes" : "No";
    return true;
  }
  if (type_ == "str" || type_ == "inlineStr" || type_ == "e") {
    cell.text = cell_text(unescape(value_));
    return !cell.text.empty();
  }
  if (type_ == "d") {
    cell.text = cell_text(value_);
    return true;
  }
  const std::string_view digits = trim(value_);
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), cell.number);
  cell.text = cell_text(value_);
  if (error != std::errc() || end != digits.data() + digits.size()) return !cell.text.empty();
  cell.kind = style_ < shared_.kinds.size() ? shared_.kinds[style_] : CellKind::number;
  if (cell.kind == CellKind::number) return true;
  // A day number before 1900 or far beyond our time is no date, whatever its format says.
  if (!(cell.number >= 0 && cell.number < 100'000)) {
    cell.kind = CellKind::number;
    return true;
  }
  const double days = cell.number;
  if ((cell.kind == CellKind::date || cell.kind == CellKind::month) && days != std::floor(days)) cell.kind = CellKind::date_time;
  if (cell.kind == CellKind::time && days >= 1) cell.kind = CellKind::date_time;
  // A date format over a bare time of day shows 00/01/1900 in Excel: the time is what was meant.
  if (cell.kind == CellKind::date_time && days < 1) cell.kind = CellKind::time;
  cell.number = days_of_serial(days, shared_.from_1904);
  if (cell.kind == CellKind::month) settle_month(cell);
  else cell.text = date_cell_text(cell.kind, cell.number);
  return true;
}

void SheetListener::close_cell() {
  Cell cell;
  cell.column = at_.column;
  errors |= type_ == "e";
  if (cell.column == 0 || cell.column > GridLimits::columns) {
    too_large |= !value_.empty();
    return;
  }
  if (fill(cell)) row_.cells.push_back(std::move(cell));
}

void SheetListener::close(std::string_view, std::string_view name) {
  if (name == "c") {
    close_cell();
  } else if (name == "v" || name == "t") {
    in_value_ = false;
  } else if (name == "rPh") {
    if (phonetic_ > 0) --phonetic_;
  } else if (name == "row" && !row_.cells.empty()) {
    hidden_rows += row_.hidden;
    if (!std::is_sorted(row_.cells.begin(), row_.cells.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; }))
      std::stable_sort(row_.cells.begin(), row_.cells.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; });
    grid_.rows.push_back(std::move(row_));
    row_ = {};
  }
}

/// Merged ranges come after all rows.
void SheetListener::merge(std::string_view range) {
  const std::size_t colon = range.find(':');
  if (colon == std::string_view::npos) return;
  const CellPlace from = place_of(range.substr(0, colon)), to = place_of(range.substr(colon + 1));
  if (from.row == 0 || from.column == 0 || to.row < from.row || to.column < from.column) return;
  const auto row = std::lower_bound(grid_.rows.begin(), grid_.rows.end(), from.row, [](const Row& each, std::uint32_t number) { return each.number < number; });
  if (row == grid_.rows.end() || row->number != from.row) return;
  for (Cell& each : row->cells)
    if (each.column == from.column) {
      each.row_span = std::min(to.row, GridLimits::rows) - from.row + 1;
      each.column_span = std::min(to.column, GridLimits::columns) - from.column + 1;
    }
}

/// How many notes, remarks and shapes of a part say something.
class NotesListener final : public xml::Listener {
 public:
  std::set<std::string> places;  ///< a remark and the note that stands in for it for older programs are beside one cell
  std::size_t shapes = 0;

  void open(const xml::Tag& tag) override {
    if (tag.name == "comment" || tag.name == "threadedComment") places.emplace(tag.attribute("ref"));
    if (tag.name == "txBody") said_ = false;
  }
  void close(std::string_view, std::string_view name) override { shapes += name == "txBody" && said_; }
  void words(std::string_view text) override { said_ = said_ || !trim(text).empty(); }

 private:
  bool said_ = false;
};

/// A part of the workbook heard by a listener; a part that is not there is fine.
Outcome hear(const zip::Archive& archive, const std::string& part, const Path& file, xml::Listener& listener) {
  if (part.empty() || !archive.has(part)) return Done{};
  const Result<std::string> bytes = archive.read(part);
  if (!bytes.ok()) return bytes.faults();
  return xml::stream(*bytes, file, listener);
}

/// Reads one workbook.
class Workbook {
 public:
  Workbook(const zip::Archive& archive, const Path& file) : archive_(archive), file_(file) {}
  Result<std::vector<Grid>> read();

 private:
  std::string target_of(std::string_view kind, std::string_view id) const;
  bool read_shared();
  bool read_sheet(const Sheet& sheet);
  std::size_t notes_beside(const std::string& sheet);

  const zip::Archive& archive_;
  const Path& file_;
  std::string folder_ = "xl";
  std::vector<Relationship> relationships_;
  Shared shared_;
  std::vector<Grid> grids_;
  Faults faults_;
};

std::string Workbook::target_of(std::string_view kind, std::string_view id) const {
  for (const Relationship& each : relationships_)
    if (id.empty() ? each.kind == kind : each.id == id) return part_path(folder_, each.target);
  return {};
}

bool Workbook::read_shared() {
  StringsListener strings;
  StylesListener styles;
  Outcome read = hear(archive_, target_of("sharedStrings", ""), file_, strings);
  read.move_faults_to(faults_);
  Outcome styled = hear(archive_, target_of("styles", ""), file_, styles);
  styled.move_faults_to(faults_);
  if (!faults_.empty()) return false;
  for (std::string& each : strings.strings) shared_.strings.push_back(unescape(each));
  shared_.kinds = std::move(styles.kinds);
  return true;
}

std::size_t Workbook::notes_beside(const std::string& sheet) {
  const Result<std::vector<Relationship>> related = read_relationships(archive_, join(join(parent_folder(sheet), "_rels"), file_name(sheet)) + ".rels", file_);
  if (!related.ok()) return 0;
  NotesListener notes;
  for (const Relationship& each : *related)
    if (each.kind == "comments" || each.kind == "threadedComment" || each.kind == "drawing") {
      Outcome heard = hear(archive_, part_path(parent_folder(sheet), each.target), file_, notes);
      heard.move_faults_to(faults_);
    }
  return notes.places.size() + notes.shapes;
}

bool Workbook::read_sheet(const Sheet& sheet) {
  const std::string part = target_of("worksheet", sheet.id);
  if (part.empty() || !archive_.has(part)) return true;  // a chart, or a sheet of a macro
  Grid grid;
  grid.name = sheet.name;
  grid.hidden = sheet.hidden;
  SheetListener listener(grid, shared_);
  Outcome read = hear(archive_, part, file_, listener);
  read.move_faults_to(faults_);
  if (listener.too_large)
    faults_.push_back({file_, 0, 0, "the sheet \xE2\x80\x9C" + sheet.name + "\xE2\x80\x9D is larger than a chronology can be", "delete the empty rows and columns beyond it"});
  if (!read.ok() || listener.too_large) return false;
  if (grid.rows.empty()) return true;
  if (!std::is_sorted(grid.rows.begin(), grid.rows.end(), [](const Row& a, const Row& b) { return a.number < b.number; }))
    std::stable_sort(grid.rows.begin(), grid.rows.end(), [](const Row& a, const Row& b) { return a.number < b.number; });
  grid.notes = notes_beside(part);
  tell_hidden(grid, listener.hidden_rows, file_, faults_);
  if (listener.errors)
    faults_.push_back({file_, 0, 0, "in the sheet \xE2\x80\x9C" + grid.name + "\xE2\x80\x9D a formula ends in an error; the error was kept as text", "mend the formula, or write its value"});
  grids_.push_back(std::move(grid));
  return true;
}

Result<std::vector<Grid>> Workbook::read() {
  std::string part = "xl/workbook.xml";
  const Result<std::vector<Relationship>> package = read_relationships(archive_, "_rels/.rels", file_);
  if (!package.ok()) return package.faults();
  for (const Relationship& each : *package)
    if (each.kind == "officeDocument") part = part_path("", each.target);
  if (!archive_.has(part))
    return Fault{file_, 0, 0, "this file is no Excel workbook", "open it in the program that made it and save it as .xlsx"};
  folder_ = parent_folder(part);
  Result<std::vector<Relationship>> related = read_relationships(archive_, join(join(folder_, "_rels"), file_name(part)) + ".rels", file_);
  if (!related.ok()) return related.faults();
  relationships_ = std::move(*related);
  WorkbookListener workbook;
  if (Outcome heard = hear(archive_, part, file_, workbook); !heard.ok()) return heard.faults();
  shared_.from_1904 = workbook.from_1904;
  if (!read_shared()) return faults_;
  for (const Sheet& each : workbook.sheets)
    if (!read_sheet(each)) return faults_;
  return {std::move(grids_), std::move(faults_)};
}

}  // namespace

Result<std::vector<Grid>> read_xlsx(std::string_view bytes, const Path& file) {
  const Result<zip::Archive> archive = zip::Archive::open(bytes, file);
  if (!archive.ok()) return archive.faults();
  return Workbook(*archive, file).read();
}

}  // namespace casewright
