#include "ingest/office/office_table.h"

#include <algorithm>
#include <memory>
#include <utility>

#include "base/world.h"

namespace casewright {

namespace {

/// The paragraph of a cell that holds one alone, where it may be a heading: short and larger or bolder than text.
std::optional<OfficeParagraph> lone_title(const OfficeFlow& flow) {
  constexpr std::size_t longest_title = 120;
  const OfficeParagraph* only = nullptr;
  for (const OfficeParagraph& each : flow) {
    if (!each.finished && each.block.inlines.empty()) continue;
    if (only != nullptr || each.finished) return std::nullopt;
    only = &each;
  }
  if (only == nullptr) return std::nullopt;
  const std::string text = only->block.text();
  if (text.size() > longest_title || text.ends_with('.') || text.ends_with(':')) return std::nullopt;
  return only->role == OfficeRole::heading || only->strong_share > 0.9F ? std::optional<OfficeParagraph>(*only) : std::nullopt;
}

}  // namespace

void OfficeTable::begin_row(bool header) { rows_.push_back({{}, header}); }

void OfficeTable::add(std::size_t column, std::size_t width, OfficeFlow flow, std::size_t height) {
  Cell cell;
  cell.column = column;
  cell.width = width;
  cell.height = height;
  cell.empty = std::all_of(flow.begin(), flow.end(), [](const OfficeParagraph& each) { return !each.finished && each.block.inlines.empty(); });
  cell.strong = !cell.empty && std::all_of(flow.begin(), flow.end(), [](const OfficeParagraph& each) { return !each.finished && (each.block.inlines.empty() || each.strong_share > 0.9F); });
  lone_.reset();
  if (++cells_ == 1) lone_ = lone_title(flow);
  fill_from(cell.block, blocks_of_story(std::move(flow)));
  rows_.back().cells.push_back(std::move(cell));
}

bool OfficeTable::continue_above(std::size_t column, std::size_t) {
  const std::size_t here = rows_.size() - 1;
  for (std::size_t up = here; up-- > 0;)
    for (Cell& each : rows_[up].cells) {
      if (each.column != column) continue;
      if (up + each.height < here) return false;
      each.height = here - up + 1;
      return true;
    }
  return false;
}

bool OfficeTable::continue_left(std::size_t width) {
  if (rows_.back().cells.empty()) return false;
  rows_.back().cells.back().width += width;
  return true;
}

/// Header rows and columns that are only told by bold words.
void OfficeTable::find_headers() {
  const auto strong = [](const Cell& each) { return each.strong || each.empty; };
  const auto any = [](const Cell& each) { return each.strong; };
  const bool told = std::any_of(rows_.begin(), rows_.end(), [](const Row& each) { return each.header; });
  if (rows_.size() < 2) return;
  const auto all_strong = [&](const Row& row) { return row.cells.size() > 1 && std::all_of(row.cells.begin(), row.cells.end(), strong) && std::any_of(row.cells.begin(), row.cells.end(), any); };
  const auto bold_rows = static_cast<std::size_t>(std::count_if(rows_.begin(), rows_.end(), all_strong));
  head_unmarked_ = !rows_[0].header && all_strong(rows_[0]) && bold_rows * 2 <= rows_.size() + 1;
  if (!told && head_unmarked_) rows_[0].header = true;
  std::size_t bodies = 0, led = 0, strong_elsewhere = 0;
  for (const Row& row : rows_) {
    if (row.header || row.cells.size() < 2) continue;
    ++bodies;
    led += row.cells[0].column == 0 && row.cells[0].strong;
    strong_elsewhere += static_cast<std::size_t>(std::count_if(row.cells.begin() + 1, row.cells.end(), any));
  }
  if (bodies < 2 || led != bodies || strong_elsewhere > 0) return;
  for (Row& row : rows_)
    if (!row.header && row.cells.size() > 1) {
      row.cells[0].block.cell = std::make_unique<CellShape>();
      row.cells[0].block.cell->header = true;
    }
}

namespace {

/// Bold in a header cell says no more than that it is one.
void drop_strong(Block& cell) {
  for (Inline& run : cell.inlines) run.marks.bits &= static_cast<std::uint8_t>(~static_cast<std::uint8_t>(Mark::strong));
}

}  // namespace

std::optional<OfficeParagraph> OfficeTable::take_lone_title() {
  if (cells_ != 1 || !lone_) return std::nullopt;
  return std::exchange(lone_, std::nullopt);
}

Block OfficeTable::take() {
  find_headers();
  Block table(BlockKind::table);
  // A row in which no cell begins would stand empty; the cells that reach over it are that much lower.
  for (std::size_t at = rows_.size(); at-- > 0;) {
    if (!rows_[at].cells.empty()) continue;
    for (std::size_t up = 0; up < at; ++up)
      for (Cell& each : rows_[up].cells)
        if (up + each.height > at) --each.height;
    rows_.erase(rows_.begin() + static_cast<std::ptrdiff_t>(at));
  }
  for (Row& row : rows_) {
    Block line(BlockKind::row);
    for (Cell& each : row.cells) {
      if (each.width > 1 || each.height > 1 || row.header) {
        if (!each.block.cell) each.block.cell = std::make_unique<CellShape>();
        each.block.cell->columns = static_cast<std::uint16_t>(std::min<std::size_t>(each.width, most_columns));
        each.block.cell->rows = static_cast<std::uint16_t>(std::min<std::size_t>(each.height, 0xFFFF));
        each.block.cell->header |= row.header;
      }
      if (each.block.cell && each.block.cell->header && each.strong) drop_strong(each.block);
      line.children.push_back(std::move(each.block));
    }
    table.children.push_back(std::move(line));
  }
  rows_.clear();
  return table;
}

void note_unmarked_head(Container& container, std::uint32_t page) {
  const auto known = std::find_if(container.broken.begin(), container.broken.end(), [](const BrokenCondition& each) { return each.condition == "table-header-unmarked"; });
  if (known != container.broken.end()) ++known->count;
  else container.broken.push_back({"table-header-unmarked", page, "", "", 1});
}

std::string media_type_of(std::string_view path) {
  constexpr std::pair<std::string_view, std::string_view> types[] = {
      {".png", "image/png"}, {".jpg", "image/jpeg"}, {".jpeg", "image/jpeg"}, {".gif", "image/gif"}, {".svg", "image/svg+xml"}, {".bmp", "image/bmp"},
      {".tif", "image/tiff"}, {".tiff", "image/tiff"}, {".webp", "image/webp"}, {".emf", "image/emf"}, {".wmf", "image/wmf"},
      {".emz", "image/emf"}, {".wmz", "image/wmf"}, {".jfif", "image/jpeg"}};
  const std::string ending = extension(path);
  for (const auto& [known, type] : types)
    if (known == ending) return std::string(type);
  return "application/octet-stream";
}

bool media_is_picture(std::string_view path) { return media_type_of(path).starts_with("image/"); }

}  // namespace casewright
