#include "ingest/pdf/pdf_tree_walk.h"

#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>


namespace casewright {

using pdf::Element;

void PdfTreeWalk::table(const Element& element, std::size_t level, std::vector<Block>& out) {
  Block table(BlockKind::table);
  std::vector<Block> after;
  rows(element, level, table, after);
  drop_repeated_heads(table);
  for (const Block& row : table.children)
    for (const Block& cell : row.children)
      if (table.page == 0 && cell.page != 0) table.page = cell.page, table.box = cell.box;
  if (!table.children.empty()) out.push_back(std::move(table));
  std::move(after.begin(), after.end(), std::back_inserter(out));
}

void PdfTreeWalk::rows(const Element& element, std::size_t level, Block& table, std::vector<Block>& after) {
  for (const Element::Kid& kid : element.kids) {
    if (kid.element == pdf::none) {
      PdfStretches stray;
      take(kid, stray);
      if (!stray.empty()) paragraph(stray, after);
      continue;
    }
    const Element& child = elements_[kid.element];
    if (child.role == "TR") row(child, level, table);
    else if (child.role == "Caption") block(kid.element, level, table.children);
    else if (part_of(child) == PdfPart::group) rows(child, level, table, after);
    else block(kid.element, level, after);
  }
}

void PdfTreeWalk::row(const Element& element, std::size_t level, Block& table) {
  Block row(BlockKind::row);
  for (const Element::Kid& kid : element.kids) {
    if (kid.element == pdf::none) continue;
    const Element& child = elements_[kid.element];
    if (child.role == "TH" || child.role == "TD") row.children.push_back(cell(child, level));
  }
  if (!row.children.empty()) table.children.push_back(std::move(row));
}

Block PdfTreeWalk::cell(const Element& element, std::size_t level) {
  Block cell(BlockKind::cell);
  const bool header = element.role == "TH";
  if (header || element.columns > 1 || element.rows > 1) {
    cell.cell = std::make_unique<CellShape>();
    *cell.cell = {element.columns, element.rows, header};
  }
  PdfStretches stretches;
  words(element, level, stretches, cell.children);
  if (header) drop_repeats(stretches);
  set(cell, stretches, header);
  if (cell.page == 0 && !cell.children.empty()) cell.page = cell.children[0].page, cell.box = cell.children[0].box;
  return cell;
}

void PdfTreeWalk::drop_repeats(PdfStretches& stretches) {
  std::map<std::uint32_t, std::string> pages;
  for (const PdfStretch& each : stretches) pages[each.page] += each.text;
  if (pages.size() < 2) return;
  const auto first = *pages.begin();
  std::erase_if(stretches, [&](const PdfStretch& each) { return each.page != first.first && pages[each.page] == first.second; });
}

void PdfTreeWalk::drop_repeated_heads(Block& table) {
  const auto words = [](const Block& row) {
    std::string text;
    for (const Block& cell : row.children) text += cell.text() + "\n";
    return text;
  };
  const auto is_head = [](const Block& row) {
    return row.kind == BlockKind::row && std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) { return cell.cell != nullptr && cell.cell->header; });
  };
  std::set<std::string> seen;
  std::uint32_t first = 0;
  std::erase_if(table.children, [&](const Block& row) {
    if (!is_head(row)) return false;
    const std::uint32_t page = row.children[0].page;
    if (first == 0) first = page;
    return !seen.insert(words(row)).second && page != first;
  });
}

}  // namespace casewright
