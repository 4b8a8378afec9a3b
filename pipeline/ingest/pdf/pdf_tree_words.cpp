#include "ingest/pdf/pdf_tree_walk.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"

namespace casewright {
namespace {

using pdf::Element;

bool is_page_number(const PdfStretch& each) { return is_small_number(trim(each.text)); }

/// The stretches by the lines that they stand on.
std::vector<PdfStretches> lines_of(const PdfStretches& stretches) {
  std::vector<PdfStretches> lines;
  for (const PdfStretch& each : stretches) {
    if (lines.empty() || !on_one_line(lines.back().back(), each)) lines.emplace_back();
    lines.back().push_back(each);
  }
  return lines;
}

/// True where a line ends in a number far from its words, as a line that leads to a page does.
bool leads_to_page(const PdfStretches& line) {
  if (line.size() < 2 || !is_page_number(line.back())) return false;
  return line.back().box.left - line[line.size() - 2].box.right > 1.2f * line.back().size;
}

/// True where the line is the page of an entry whose words, above or beside it, take several lines.
bool is_page_of(const PdfStretches& line, const PdfStretches& entry) {
  return line.size() == 1 && !entry.empty() && is_page_number(line.front()) &&
         std::all_of(entry.begin(), entry.end(), [&line](const PdfStretch& each) { return each.box.right < line.front().box.left; });
}

/// The entries that these lines make: each ends in its page. What stands behind the last page, and a title, stand alone.
struct EntryLines {
  std::vector<PdfStretches> entries;
  std::size_t leading = 0;  ///< how many of them end in a page

  explicit EntryLines(const std::vector<PdfStretches>& lines) {
    std::size_t open = 0;  // lines of the entry that has no page yet
    for (const PdfStretches& line : lines) {
      const bool ends = leads_to_page(line) || (open > 0 && is_page_of(line, entries.back()));
      if (open == 0) entries.emplace_back();
      entries.back().insert(entries.back().end(), line.begin(), line.end());
      leading += ends;
      open = ends || (entries.size() == 1 && entries.back().size() == 1 && is_contents_title(trim(line.front().text))) ? 0 : open + 1;
    }
    if (open > 1) {
      entries.pop_back();
      entries.insert(entries.end(), lines.end() - static_cast<std::ptrdiff_t>(open), lines.end());
    }
  }
};

}  // namespace

void PdfTreeWalk::take(const Element::Kid& kid, PdfStretches& into) {
  const PdfStretches* found = pieces_.find(kid.page, kid.form, kid.id);
  if (found == nullptr) return;
  for (const PdfStretch& each : *found) {
    if (into_note_ == 0 && last_.page != 0) {
      ++read_.steps;
      const bool up = each.page == last_.page && each.baseline < last_.baseline - 2 * last_.size && each.box.left < last_.box.left + 60;
      read_.backwards += up || each.page < last_.page;
    }
    if (into_note_ == 0) last_ = each;
    into.push_back(each);
  }
}

void PdfTreeWalk::words(const Element& element, std::size_t level, PdfStretches& into, std::vector<Block>& after) {
  const std::size_t from = into.size();
  for (const Element::Kid& kid : element.kids) {
    if (kid.element == pdf::none) {
      take(kid, into);
      continue;
    }
    const Element& child = elements_[kid.element];
    const PdfPart part = part_of(child);
    if (part == PdfPart::words || (part == PdfPart::group && !holds_blocks_[kid.element])) words(child, level, into, after);
    else if (part == PdfPart::paragraph && !holds_blocks_[kid.element] && into.empty()) words(child, level, into, after);
    else if (part != PdfPart::aside) block(kid.element, level, after);
  }
  if (!element.actual.empty() && into.size() > from) {
    into.resize(from + 1);
    into.back().text = element.actual;
    into.back().exact = false;
  }
  if (!element.language.empty() && element.language != language_)
    for (std::size_t i = from; i < into.size(); ++i)
      if (into[i].language.empty()) into[i].language = element.language;
}

void PdfTreeWalk::set(Block& block, PdfStretches stretches, bool plain) {
  std::stable_sort(stretches.begin(), stretches.end(), [](const PdfStretch& a, const PdfStretch& b) { return a.page < b.page; });
  for (const PdfStretch& each : stretches) {
    if (block.page == 0) block.page = each.page, block.box = each.box;
    else if (block.page == each.page)
      block.box = {std::min(block.box.left, each.box.left), std::min(block.box.top, each.box.top), std::max(block.box.right, each.box.right), std::max(block.box.bottom, each.box.bottom)};
  }
  block.inlines = inlines_of(std::move(stretches), hyphens_, plain);
}

void PdfTreeWalk::loose_words(const PdfStretches& stretches, std::vector<Block>& out) {
  const std::vector<PdfStretches> lines = lines_of(stretches);
  const EntryLines found(lines);
  if (found.leading >= 2 && 2 * found.leading >= lines.size()) {
    for (const PdfStretches& entry : found.entries) contents_line(entry, out);
    return;
  }
  paragraph(stretches, out);
}

void PdfTreeWalk::paragraph(const PdfStretches& stretches, std::vector<Block>& out) {
  Block block(BlockKind::paragraph);
  set(block, stretches);
  const std::string text = block.text();
  const std::vector<PdfStretches> lines = lines_of(stretches);
  const bool goes_on = !out.empty() && out.back().kind == BlockKind::contents && !lines.empty() && lines.size() <= 2 && leads_to_page(lines.back());
  if (page_lead(text).dots || is_contents_title(text) || goes_on) return contents_line(stretches, out);
  if (is_caption(text) && text.size() < 200) block.kind = BlockKind::caption;
  number(block, text);
  if (!block.inlines.empty()) out.push_back(std::move(block));
}

void PdfTreeWalk::number(Block& block, const std::string& text) {
  LeadingNumber lead = leading_number(text, true);
  if (lead.number.empty() && block.kind == BlockKind::paragraph) {
    const LeadingNumber single = leading_number(text, false);
    if (single.number == std::to_string(counted_ + 1) && single.words_at > single.number.size() + 1) lead = single, ++counted_;
  }
  if (lead.number.empty()) return;
  block.number = std::string(trim(text.substr(0, lead.words_at)));
  cut_front(block.inlines, lead.words_at);
}

void PdfTreeWalk::heading_number(Block& block) {
  const std::string text = block.text();
  const LeadingNumber lead = leading_number(text, false);
  if (lead.number.empty()) return;
  block.number = std::string(trim(text.substr(0, lead.words_at)));
  cut_front(block.inlines, lead.words_at);
}

Block& PdfTreeWalk::contents_of(std::vector<Block>& out, std::uint32_t page) {
  if (out.empty() || out.back().kind != BlockKind::contents) {
    out.emplace_back(BlockKind::contents).page = page;
  }
  return out.back();
}

void PdfTreeWalk::contents_line(const PdfStretches& stretches, std::vector<Block>& out) {
  Block line(BlockKind::list_item);
  set(line, stretches, true);
  if (line.inlines.empty()) return;
  Block& contents = contents_of(out, line.page);
  if (is_contents_title(line.text()) && contents.children.empty()) {
    contents.inlines = std::move(line.inlines);
    return;
  }
  if (contents.children.empty()) contents.children.emplace_back(BlockKind::list);
  contents.children[0].children.push_back(std::move(line));
}

void PdfTreeWalk::contents(const Element& element, Block& into, std::vector<Block>& out) {
  if (into.children.empty()) into.children.emplace_back(BlockKind::list);
  for (const Element::Kid& kid : element.kids) {
    if (kid.element == pdf::none) continue;
    const Element& child = elements_[kid.element];
    if (child.role == "TOC") {
      Block& list = into.children.back();
      contents(child, list.children.empty() ? into : list.children.back(), out);
      continue;
    }
    PdfStretches stretches;
    std::vector<Block> after;
    words(child, 1, stretches, after);
    Block item(BlockKind::list_item);
    set(item, stretches, true);
    for (Block& each : after) {  // a table of contents inside an entry, or paragraphs instead of words
      if (each.kind == BlockKind::contents)
        for (Block& list : each.children) item.children.push_back(std::move(list));
      else if (item.inlines.empty()) item.inlines = std::move(each.inlines), item.page = each.page;
      else out.push_back(std::move(each));
    }
    if (child.role == "Caption" && into.kind == BlockKind::contents && into.inlines.empty()) into.inlines = std::move(item.inlines);
    else if (!item.inlines.empty() || !item.children.empty()) into.children.back().children.push_back(std::move(item));
  }
  if (into.children.back().children.empty()) into.children.pop_back();
}

}  // namespace casewright
