#include "ingest/pdf/pdf_tree.h"

#include <algorithm>
#include <iterator>
#include <map>
#include <memory>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/endnotes.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/pdf/pdf_tree_walk.h"

namespace casewright {

using pdf::Element;

PdfPart part_of(const pdf::Element& element) {
  static const std::map<std::string, PdfPart, std::less<>> parts{
      {"Title", PdfPart::title}, {"P", PdfPart::paragraph}, {"L", PdfPart::list}, {"Table", PdfPart::table}, {"TOC", PdfPart::contents},
      {"Caption", PdfPart::caption}, {"Figure", PdfPart::figure}, {"BlockQuote", PdfPart::quote}, {"Note", PdfPart::note}, {"FENote", PdfPart::note},
      {"H", PdfPart::heading}, {"H1", PdfPart::heading}, {"H2", PdfPart::heading}, {"H3", PdfPart::heading}, {"H4", PdfPart::heading},
      {"H5", PdfPart::heading}, {"H6", PdfPart::heading}, {"Artifact", PdfPart::aside},
      {"Span", PdfPart::words}, {"Quote", PdfPart::words}, {"Reference", PdfPart::words}, {"BibEntry", PdfPart::words}, {"Code", PdfPart::words},
      {"Link", PdfPart::words}, {"Annot", PdfPart::words}, {"Form", PdfPart::words}, {"Formula", PdfPart::words}, {"Ruby", PdfPart::words},
      {"Em", PdfPart::words}, {"Strong", PdfPart::words}, {"Sub", PdfPart::words}, {"Lbl", PdfPart::words}};
  if (element.name == "Title") return PdfPart::title;
  if (element.name == "Subtitle") return PdfPart::subtitle;
  if (element.name == "Quote" && element.role == "P") return PdfPart::quote;
  const auto found = parts.find(element.role);
  return found == parts.end() ? PdfPart::group : found->second;
}

PdfTreeWalk::PdfTreeWalk(const pdf::Structure& structure, const PdfPieces& pieces, const std::string& language)
    : elements_(structure.elements), pieces_(pieces), language_(language), holds_blocks_(structure.elements.size()) {
  for (std::size_t i = elements_.size(); i-- > 1;) {
    const PdfPart part = part_of(elements_[i]);
    const bool block = part != PdfPart::group && part != PdfPart::words;
    if (elements_[i].parent < elements_.size() && (block || holds_blocks_[i])) holds_blocks_[elements_[i].parent] = true;
  }
  for (const auto& [key, stretches] : pieces.all())
    for (const PdfStretch& each : stretches)
      for (const std::string_view word : split(each.text, ' ')) hyphens_.learn(word);
}

void PdfTreeWalk::group(const Element& element, std::size_t level, std::vector<Block>& out) {
  PdfStretches loose;
  std::vector<Block> after;
  const auto flush = [&] {
    if (!loose.empty()) loose_words(loose, out);
    loose.clear();
    std::move(after.begin(), after.end(), std::back_inserter(out));
    after.clear();
  };
  for (const Element::Kid& kid : element.kids) {
    if (kid.element == pdf::none) {
      take(kid, loose);
      continue;
    }
    const Element& child = elements_[kid.element];
    const PdfPart part = part_of(child);
    if (part == PdfPart::words && !holds_blocks_[kid.element]) {
      words(child, level, loose, after);
      continue;
    }
    flush();
    block(kid.element, level, out);
  }
  flush();
}

void PdfTreeWalk::loose_group(const Element& element, std::size_t level, std::vector<Block>& out) {
  PdfStretches stretches;
  std::vector<Block> after;
  words(element, level, stretches, after);
  loose_words(stretches, out);
  std::move(after.begin(), after.end(), std::back_inserter(out));
}

void PdfTreeWalk::block(std::size_t index, std::size_t level, std::vector<Block>& out) {
  const Element& element = elements_[index];
  switch (part_of(element)) {
    case PdfPart::group:
      if (!holds_blocks_[index]) return loose_group(element, level, out);
      return group(element, level + (element.role == "Sect" ? 1 : 0), out);
    case PdfPart::list: return list(element, level, out);
    case PdfPart::table: return table(element, level, out);
    case PdfPart::contents: {
      Block& into = contents_of(out, 0);
      std::vector<Block> after;
      contents(element, into, after);
      if (into.children.empty() && into.inlines.empty()) out.pop_back();
      std::move(after.begin(), after.end(), std::back_inserter(out));
      return;
    }
    case PdfPart::note: return note(element, level, out);
    case PdfPart::figure: return figure(element, level, out);
    case PdfPart::aside: return;
    case PdfPart::quote:
      if (holds_blocks_[index]) return quote(element, level, out);
      break;
    case PdfPart::words: case PdfPart::title: case PdfPart::subtitle: case PdfPart::heading: case PdfPart::paragraph: case PdfPart::caption: break;
  }
  PdfStretches stretches;
  std::vector<Block> after;
  words(element, level, stretches, after);
  plain_block(element, level, stretches, out);
  std::move(after.begin(), after.end(), std::back_inserter(out));
}

void PdfTreeWalk::plain_block(const Element& element, std::size_t level, const PdfStretches& stretches, std::vector<Block>& out) {
  const PdfPart part = part_of(element);
  if (part == PdfPart::paragraph || part == PdfPart::words) return paragraph(stretches, out);
  static const std::map<PdfPart, BlockKind> kinds{{PdfPart::title, BlockKind::title}, {PdfPart::subtitle, BlockKind::subtitle}, {PdfPart::heading, BlockKind::heading},
                                               {PdfPart::caption, BlockKind::caption}, {PdfPart::quote, BlockKind::quote}};
  Block block(kinds.at(part));
  set(block, stretches, part == PdfPart::heading || part == PdfPart::title || part == PdfPart::subtitle);
  if (block.inlines.empty()) return;
  if (part == PdfPart::heading) {
    if (is_contents_title(block.text())) return contents_line(stretches, out);
    ++read_.headings;
    block.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(element.role.size() == 2 ? static_cast<std::size_t>(element.role[1] - '0') : level, 1, 6));
    heading_number(block);
  }
  out.push_back(std::move(block));
}

void PdfTreeWalk::quote(const Element& element, std::size_t level, std::vector<Block>& out) {
  std::vector<Block> inside;
  group(element, level, inside);
  if (inside.size() == 1 && inside[0].kind == BlockKind::paragraph && inside[0].number.empty()) {
    inside[0].kind = BlockKind::quote;
    out.push_back(std::move(inside[0]));
    return;
  }
  if (inside.empty()) return;
  Block block(BlockKind::quote);
  block.page = inside[0].page;
  block.box = inside[0].box;
  block.children = std::move(inside);
  out.push_back(std::move(block));
}

void PdfTreeWalk::figure(const Element& element, std::size_t level, std::vector<Block>& out) {
  Block block(BlockKind::figure);
  PdfStretches stretches;
  std::vector<Block> after;
  words(element, level, stretches, after);
  set(block, stretches, true);
  const auto picture = std::make_shared<Picture>();
  picture->alternative = element.alternative.empty() ? element.actual : element.alternative;
  block.picture = picture;
  if (!picture->alternative.empty() || !block.inlines.empty()) out.push_back(std::move(block));
  std::move(after.begin(), after.end(), std::back_inserter(out));
}

void PdfTreeWalk::finish_title() {
  std::vector<Block*> headings;
  for (Block& each : read_.blocks) {
    if (each.kind == BlockKind::title) return;
    if (each.kind == BlockKind::heading) headings.push_back(&each);
  }
  if (headings.size() < 2 || !headings[0]->number.empty()) return;
  for (std::size_t i = 1; i < headings.size(); ++i)
    if (headings[i]->level <= headings[0]->level) return;
  headings[0]->kind = BlockKind::title;
  headings[0]->level = 0;
}

PdfTreeRead PdfTreeWalk::run() {
  if (!elements_.empty()) group(elements_[0], 1, read_.blocks);
  finish_title();
  find_endnotes(read_.blocks);
  finish_references();
  return std::move(read_);
}

PdfTreeRead read_pdf_tree(const pdf::Structure& structure, const PdfPieces& pieces, const std::string& language) {
  return PdfTreeWalk(structure, pieces, language).run();
}

}  // namespace casewright
