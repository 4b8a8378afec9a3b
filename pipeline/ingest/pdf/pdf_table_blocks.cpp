#include "ingest/pdf/pdf_table_blocks.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/runs.h"

namespace casewright {
namespace {

void fill_cell(Block& block, const LaidCell& cell, float edge, LineSetter& setter, bool header) {
  const bool list = std::any_of(cell.lines.begin(), cell.lines.end(), [](const LaidLine& line) { return bullet_of(line.text).bytes > 0 && bullet_of(line.text).sure; });
  Block* into = &block;
  bool full = false;
  for (const LaidLine& line : cell.lines) {
    const bool was_full = std::exchange(full, line.box.right > edge - 1.2f * line.size);
    const BulletMark bullet = bullet_of(line.text);
    if (!list || bullet.bytes == 0 || !bullet.sure) {
      setter.add_in_cell(*into, line, header, was_full);
      continue;
    }
    if (block.children.empty()) block.children.emplace_back(BlockKind::list);
    Block& item = block.children.back().children.emplace_back(BlockKind::list_item);
    item.number = line.text.substr(0, bullet.bytes);
    setter.add(item, line, header, bullet.bytes + (line.text.size() > bullet.bytes && line.text[bullet.bytes] == ' '));
    into = &item;
  }
}

std::string words_of(const Block& row) {
  std::string words;
  walk(row.children, [&words](const Block& block, std::size_t) { words += block.text() + '\n'; });
  return words;
}

bool is_head(const Block& row) {
  return row.kind == BlockKind::row && !row.children.empty() && std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) { return cell.cell != nullptr && cell.cell->header; });
}

/// Adds the words of a cell to the cell that they go on from.
void join_cell(Block& cell, Block& more) {
  if (!cell.inlines.empty() && !more.inlines.empty()) {
    std::string& last = cell.inlines.back().text;
    const bool broken = last.size() > 2 && last.ends_with('-') && begins_small(more.inlines.front().text);
    if (broken) last.pop_back();
    else cell.inlines.push_back(text_inline(" "));
  }
  std::move(more.inlines.begin(), more.inlines.end(), std::back_inserter(cell.inlines));
  std::move(more.children.begin(), more.children.end(), std::back_inserter(cell.children));
}

/// The first row on a new page is the rest of the last one before, and no row of its own below a cell that spans both:
/// its first cell is empty, and some cell goes on in the middle of a sentence.
bool is_parted(const Block& last, const Block& first) {
  if (last.children.size() != first.children.size() || first.children.size() < 2) return false;
  if (!first.children[0].text().empty() || last.children[0].text().empty()) return false;
  constexpr std::size_t prose = 30;  // letters; less may be a name, which ends without a stop
  bool goes_on = false, open = false, fresh = false;
  for (std::size_t i = 1; i < first.children.size(); ++i) {
    const std::string more = first.children[i].text(), before = last.children[i].text();
    if (more.empty()) continue;
    if (before.empty()) return false;
    goes_on = goes_on || begins_small(more) || before.ends_with('-');
    open = open || (!ends_sentence(before) && before.size() >= prose);
    fresh = fresh || (ends_sentence(before) && !begins_small(more));
  }
  return goes_on || (open && !fresh);
}

}  // namespace

Block block_of_table(const LaidTable& table, std::uint32_t page, LineSetter& setter, const LayoutMeasures&) {
  Block block(BlockKind::table);
  block.page = page;
  block.box = table.box;
  for (std::uint16_t row = 0; row < table.rows; ++row) {
    block.children.emplace_back(BlockKind::row);
    block.children.back().page = page;
  }
  for (const LaidCell& cell : table.cells) {
    Block& into = block.children[cell.row].children.emplace_back(BlockKind::cell);
    const bool header = cell.row < table.header_rows;
    if (header || cell.columns > 1 || cell.rows > 1) into.cell = std::make_unique<CellShape>(CellShape{cell.columns, cell.rows, header});
    fill_cell(into, cell, table.edges[std::min<std::size_t>(cell.column + cell.columns, table.edges.size() - 1)], setter, header);
    if (into.page == 0) into.page = page;
  }
  return block;
}

bool goes_on_with(const LaidTable& table, const LaidTable& next) {
  if (table.columns != next.columns || table.columns < 2) return false;
  const float wide = std::max(table.edges.back() - table.edges.front(), next.edges.back() - next.edges.front());
  for (std::size_t i = 1; i + 1 < table.edges.size(); ++i)
    if (std::fabs((table.edges[i] - table.edges.front()) - (next.edges[i] - next.edges.front())) > 0.04f * wide + 4) return false;
  return true;
}

void append_rows(Block& table, Block next, bool may_be_parted) {
  std::vector<Block*> heads;
  for (Block& row : table.children)
    if (is_head(row)) heads.push_back(&row);
  std::size_t from = 0;
  const auto first_row = std::find_if(table.children.begin(), table.children.end(), [](const Block& block) { return block.kind == BlockKind::row; });
  while (from < next.children.size() && first_row + static_cast<std::ptrdiff_t>(from) < table.children.end() &&
         words_of(next.children[from]) == words_of(*(first_row + static_cast<std::ptrdiff_t>(from))) && (from == 0 || from < heads.size()))
    ++from;
  if (may_be_parted && from < next.children.size() && !table.children.empty() && is_parted(table.children.back(), next.children[from])) {
    Block& last = table.children.back();
    for (std::size_t i = 0; i < last.children.size(); ++i) join_cell(last.children[i], next.children[from].children[i]);
    ++from;
  }
  for (std::size_t i = from; i < next.children.size(); ++i) {
    // What looked like a head on the new page is a row where the table has a head already.
    if (!heads.empty() && is_head(next.children[i]))
      for (Block& cell : next.children[i].children) cell.cell->header = false;
    table.children.push_back(std::move(next.children[i]));
  }
}

}  // namespace casewright
