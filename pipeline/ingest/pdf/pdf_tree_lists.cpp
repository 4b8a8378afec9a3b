#include "ingest/pdf/pdf_tree_walk.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"

namespace casewright {

using pdf::Element;

void PdfTreeWalk::list(const Element& element, std::size_t level, std::vector<Block>& out) {
  Block list(BlockKind::list);
  std::vector<Block> instead;  // numbered paragraphs and headings that a program wrote as items
  const auto flush = [&] {
    if (!list.children.empty()) {
      list.page = list.children[0].page;
      list.ordered = list_mark(list.children[0].number + " x").ordered;
      out.push_back(std::move(list));
    }
    list = Block(BlockKind::list);
  };
  for (const Element::Kid& kid : element.kids) {
    if (kid.element == pdf::none) continue;
    const Element& child = elements_[kid.element];
    if (child.role == "L" && !list.children.empty()) {
      this->list(child, level, list.children.back().children);
    } else if (child.role == "LI" || part_of(child) == PdfPart::group) {
      item(child, element, level, list, instead);
    } else {
      block(kid.element, level, instead);
    }
    if (instead.empty()) continue;
    flush();
    std::move(instead.begin(), instead.end(), std::back_inserter(out));
    instead.clear();
  }
  flush();
}

void PdfTreeWalk::item_words(const Element& element, std::size_t level, std::string& label, PdfStretches& body, std::vector<Block>& after) {
  for (const Element::Kid& kid : element.kids) {
    if (kid.element == pdf::none) {
      take(kid, body);
      continue;
    }
    const Element& child = elements_[kid.element];
    const PdfPart part = part_of(child);
    if (child.role == "Lbl" && body.empty()) {
      PdfStretches mark;
      words(child, level, mark, after);
      for (const PdfStretch& each : mark) label += each.text;
    } else if (child.role == "LBody" && holds_blocks_[kid.element]) {
      item_words(child, level, label, body, after);
    } else if (after.empty() && (part == PdfPart::words || (!holds_blocks_[kid.element] && (part == PdfPart::group || (part == PdfPart::paragraph && body.empty()))))) {
      words(child, level, body, after);
    } else {
      block(kid.element, level, after);
    }
  }
}

void PdfTreeWalk::item(const Element& element, const Element& parent, std::size_t level, Block& list, std::vector<Block>& instead) {
  Block item(BlockKind::list_item);
  std::string label;
  PdfStretches body;
  item_words(element, level, label, body, item.children);
  set(item, body);
  item.number = std::string(trim(label));
  if (item.inlines.empty() && !item.children.empty() && item.children[0].kind == BlockKind::heading) {
    if (item.children[0].number.empty()) item.children[0].number = item.number;
    std::move(item.children.begin(), item.children.end(), std::back_inserter(instead));
    return;
  }
  if (item.number.empty()) own_mark(item, parent);
  if (item.inlines.empty() && item.children.empty()) return;
  if (!leading_number(item.number + " X", true).number.empty()) {
    item.kind = BlockKind::paragraph;
    std::vector<Block> behind = std::move(item.children);
    item.children.clear();
    instead.push_back(std::move(item));
    std::move(behind.begin(), behind.end(), std::back_inserter(instead));
    return;
  }
  list.children.push_back(std::move(item));
}

void PdfTreeWalk::own_mark(Block& item, const Element& parent) {
  const std::string text = item.text();
  const LeadingNumber lead = leading_number(text, true);
  if (!lead.number.empty()) {
    item.number = std::string(lead.number);
    cut_front(item.inlines, lead.words_at);
  } else if (const LineMark mark = list_mark(text); mark.words_at != 0) {
    item.number = std::string(mark.mark);
    cut_front(item.inlines, mark.words_at);
  } else {
    item.number = parent.numbering == "Circle" ? "\xE2\x97\xA6" : "\xE2\x80\xA2";
  }
}

}  // namespace casewright
