// Tables of a Word document, their rows and cells, and how they look by the table's style.
#include <algorithm>

#include "base/text.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/docx_body.h"
#include "ingest/office/office_table.h"
#include "ingest/parts/office_part.h"
#include "ingest/parts/office_switch.h"

namespace casewright {

/// A Word table that is being read.
struct WordTable {
  OfficeTable cells;
  std::size_t column = 0;
  bool header_row = false;
  std::string style;
  bool first_row = true, last_row = false, first_column = true, last_column = false, bands = true, columns = false;  ///< which parts its style sets apart
  std::size_t row = 0, row_count = 0, cell = 0, cell_count = 0;
  float row_top = 0, row_bottom = 0;  ///< how far down the page, as estimated
};

namespace {

std::size_t count_inside(const OfficeNode& holder, std::string_view name) {
  std::size_t count = 0;
  for (const OfficeNode& each : holder.children) {
    if (each.is(name)) ++count;
    else if (const OfficeNode* content = each.is("w:sdt") ? each.child("w:sdtContent") : nullptr) count += count_inside(*content, name);
  }
  return count;
}

/// w:tblLook says which parts of its style a table uses: in words, or as bits.
void read_table_use(const OfficeNode& properties, WordTable& table) {
  const OfficeNode* look = properties.child("w:tblLook");
  if (look == nullptr) return;
  const std::string bits_text(look->attribute("val"));
  const long bits = std::strtol(bits_text.c_str(), nullptr, 16);
  const auto used = [&](const char* name, long bit) { return look->has(name) ? look->attribute(name) == "1" || look->attribute(name) == "true" || look->attribute(name) == "on" : (bits & bit) != 0; };
  table.first_row = used("firstRow", 0x20);
  table.last_row = used("lastRow", 0x40);
  table.first_column = used("firstColumn", 0x80);
  table.last_column = used("lastColumn", 0x100);
  table.bands = !used("noHBand", 0x200);
  table.columns = !used("noVBand", 0x400);
}

}  // namespace

/// How the cell that is being read looks by the table's style; what a corner says goes over rows, rows over columns.
WordTableLook WordBody::part_of_table(const WordTable& table) const {
  WordTableLook look;
  const auto lay_over = [&](const char* part) { story_.styles.table_part(table.style, part, look); };
  lay_over("");
  const bool first_row = table.first_row && table.row == 0, last_row = table.last_row && table.row + 1 == table.row_count;
  const bool first_column = table.first_column && table.cell == 0, last_column = table.last_column && table.cell + 1 == table.cell_count;
  if (table.columns && !first_column && !last_column) lay_over((table.cell - table.first_column) % 2 == 0 ? "band1Vert" : "band2Vert");
  if (table.bands && !first_row && !last_row) lay_over((table.row - table.first_row) % 2 == 0 ? "band1Horz" : "band2Horz");
  if (first_column) lay_over("firstCol");
  if (last_column) lay_over("lastCol");
  if (first_row) lay_over("firstRow");
  if (last_row) lay_over("lastRow");
  if (first_row && first_column) lay_over("nwCell");
  if (first_row && last_column) lay_over("neCell");
  if (last_row && first_column) lay_over("swCell");
  if (last_row && last_column) lay_over("seCell");
  return look;
}

void WordBody::table(const OfficeNode& node, OfficeFlow& flow) {
  Open* const outer = std::exchange(open_, nullptr);
  WordTable table;
  OfficeParagraph whole;
  whole.finished = true;
  whole.block.page = story_.page;
  std::move(pending_bookmarks_.begin(), pending_bookmarks_.end(), std::back_inserter(whole.bookmarks));
  pending_bookmarks_.clear();
  table.style = story_.styles.default_table();
  table.row_count = count_inside(node, "w:tr");
  const WordGround outer_ground = grounds_.empty() ? story_.ground : grounds_.back();
  grounds_.push_back(outer_ground);
  if (const OfficeNode* properties = node.child("w:tblPr")) {
    if (const std::string_view style = properties->value_of("w:tblStyle"); !style.empty()) table.style = std::string(style);
    read_table_use(*properties, table);
    if (const auto shading = story_.styles.theme().shading(properties->child("w:shd")); shading && shading->known) grounds_.back() = {*shading, true};
    if (const OfficeNode* change = properties->child("w:tblPrChange")) carry(CarriedKind::revision, "tracked-change", dated("formatting changed", change->attribute("date")), "", std::string(change->attribute("author")), origin(*change));
    for (const char* name : {"w:tblCaption", "w:tblDescription"}) carry(CarriedKind::tag, may_name_somebody(properties->value_of(name)) ? "alternative-text" : "", "alternative text of a table", std::string(properties->value_of(name)), "", origin(*properties));
  }
  rows(node, table);
  grounds_.pop_back();
  open_ = outer;
  const std::uint32_t page = whole.block.page;
  if (std::optional<OfficeParagraph> title = table.cells.take_lone_title()) {
    std::move(whole.bookmarks.begin(), whole.bookmarks.end(), std::back_inserter(title->bookmarks));
    return flow.push_back(std::move(*title));
  }
  whole.block = table.cells.take();
  if (table.cells.head_unmarked()) note_unmarked_head(story_.reading.container, page);
  whole.block.page = page;
  if (!whole.block.children.empty()) flow.push_back(std::move(whole));
}

void WordBody::rows(const OfficeNode& holder, WordTable& table) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) {
      if (each.is("w:tr")) row(each, table);
      else if (each.is("w:sdt") && each.child("w:sdtContent") != nullptr) rows(*each.child("w:sdtContent"), table);
      else if (each.is("w:ins") || each.is("w:customXml") || each.is("w:moveTo")) rows(each, table);
      else if (each.is("w:del") || each.is("w:moveFrom")) changed(each, each, "deleted");
      else if (each.is("w:bookmarkStart")) pending_bookmarks_.emplace_back(each.attribute("name"));
      else if (each.is("mc:AlternateContent") && branch(each) != nullptr) rows(*branch(each), table);
    }
  --depth_;
}

void WordBody::row(const OfficeNode& node, WordTable& table) {
  const OfficeNode* properties = node.child("w:trPr");
  if (properties != nullptr) {
    if (const OfficeNode* gone = properties->child("w:del")) {
      std::string text;
      for (const OfficeNode* each : shown_inside(node, "w:tc")) text += (text.empty() ? "" : " | ") + fold_space(each->content());
      return carry(CarriedKind::revision, "tracked-change", dated("deleted row", gone->attribute("date")), text, std::string(gone->attribute("author")), origin(node));
    }
    if (const OfficeNode* fresh = properties->child("w:ins")) carry(CarriedKind::revision, "tracked-change", dated("inserted row", fresh->attribute("date")), fold_space(node.content()), std::string(fresh->attribute("author")), origin(node));
  }
  const OfficeNode* height = properties == nullptr ? nullptr : properties->child("w:trHeight");
  const bool flat = height != nullptr && height->attribute("hRule") == "exact" && small_number(height->attribute("val"), 1000, 100'000) <= 40;  // twentieths of a point
  const std::string_view outer_hidden = hidden_by_place_;
  if (outer_hidden.empty() && properties != nullptr) hidden_by_place_ = is_on(properties->child("w:hidden")) ? "hidden-text" : flat ? "tiny-text" : "";
  table.column = properties == nullptr ? 0 : small_number(properties->value_of("w:gridBefore"), 0, OfficeTable::most_columns);
  table.header_row = properties != nullptr && is_on(properties->child("w:tblHeader"));
  table.cells.begin_row(table.header_row);
  if (table.column > 0) table.cells.add(0, table.column, {});
  table.cell = 0;
  table.cell_count = count_inside(node, "w:tc");
  table.row_top = table.row_bottom = layout_.down();
  cells(node, table);
  hidden_by_place_ = outer_hidden;
  layout_.set_down(table.row_bottom);
  ++table.row;
}

void WordBody::hide_inside(const OfficeNode& node, const std::string& words) {
  if (words.empty()) return;
  carry(CarriedKind::hidden_text, "hidden-text", "words in a merged cell", words, "", origin(node));
  story_.reading.container.items.back().extent = static_cast<std::uint32_t>(count_characters(node.content()));
}

void WordBody::cells(const OfficeNode& holder, WordTable& table) {
  if (++depth_ <= deepest)
    for (const OfficeNode& each : holder.children) {
      if (each.is("w:tc")) cell(each, table);
      else if (each.is("w:sdt") && each.child("w:sdtContent") != nullptr) cells(*each.child("w:sdtContent"), table);
      else if (each.is("w:ins") || each.is("w:customXml") || each.is("w:moveTo")) cells(each, table);
    }
  --depth_;
}

void WordBody::cell(const OfficeNode& node, WordTable& table) {
  const OfficeNode* properties = node.child("w:tcPr");
  std::size_t width = 1;
  bool above = false, left = false;
  if (properties != nullptr) {
    width = std::max(1u, small_number(properties->value_of("w:gridSpan"), 1, OfficeTable::most_columns));
    const OfficeNode* merged = properties->child("w:vMerge");
    const OfficeNode* beside = properties->child("w:hMerge");
    above = merged != nullptr && merged->attribute("val") != "restart";
    left = beside != nullptr && beside->attribute("val") != "restart";
    if (const OfficeNode* gone = properties->child("w:cellDel")) {
      changed(*gone, *gone, "deleted cell");
      return carry(CarriedKind::revision, "tracked-change", "deleted cell", fold_space(node.content()), std::string(gone->attribute("author")), origin(node));
    }
  }
  OfficeFlow flow;
  WordTableLook look = part_of_table(table);
  ++table.cell;
  if (properties != nullptr)
    if (const auto shading = story_.styles.theme().shading(properties->child("w:shd"))) look.shading = shading;
  grounds_.push_back(look.shading && look.shading->known ? WordGround{*look.shading, true} : grounds_.back());
  table_looks_.push_back(std::move(look));
  layout_.set_down(table.row_top);
  blocks(node, flow);
  // Over a page's end the row goes on at the top of the next one.
  table.row_top = std::min(table.row_top, layout_.down());
  table.row_bottom = std::max(table.row_bottom, layout_.down());
  table_looks_.pop_back();
  grounds_.pop_back();
  const std::size_t at = table.column;
  table.column += width;
  const std::string words = above || left ? fold_space(node.content()) : std::string();
  if (above && table.cells.continue_above(at, width)) return hide_inside(node, words);
  if (left && table.cells.continue_left(width)) return hide_inside(node, words);
  table.cells.add(at, width, std::move(flow));
}

}  // namespace casewright
