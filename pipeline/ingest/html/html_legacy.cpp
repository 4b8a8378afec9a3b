#include "ingest/html/html_legacy.h"

#include <algorithm>
#include <set>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"

namespace casewright {
namespace {

constexpr std::size_t longest_plain_heading = 100;

bool is_header(const Block& cell) { return cell.cell != nullptr && cell.cell->header; }

bool holds(const Block& block, BlockKind kind) {
  bool found = false;
  walk(block.children, [&](const Block& each, std::size_t) { found = found || each.kind == kind; });
  return found;
}

/// True where most words lead to other pages, and there are several such links.
bool is_menu(const Block& cell) {
  std::size_t links = 0, led = 0, all = 0;
  const auto count = [&](const Block& block) {
    for (const Inline& run : block.inlines) {
      all += run.text.size();
      if (run.target.empty() || run.target[0] == '#') continue;
      ++links;
      led += run.text.size();
    }
  };
  count(cell);
  walk(cell.children, [&](const Block& each, std::size_t) { count(each); });
  return links >= 3 && 10 * led >= 7 * all;
}

/// The inlines between line breaks; several breaks in a row make an empty piece.
std::vector<std::vector<Inline>> lines_of(std::vector<Inline> inlines) {
  std::vector<std::vector<Inline>> lines(1);
  for (Inline& run : inlines) {
    if (run.kind == InlineKind::line_break) lines.emplace_back();
    else lines.back().push_back(std::move(run));
  }
  return lines;
}

std::string text_of(const std::vector<Inline>& line) {
  std::string text;
  for (const Inline& run : line) text += run.text;
  return text;
}

/// A paragraph like `from` of those lines.
Block paragraph_of(const Block& from, std::vector<std::vector<Inline>> lines) {
  Block block(BlockKind::paragraph);
  block.language = from.language;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (i > 0) block.inlines.push_back(line_break());
    std::move(lines[i].begin(), lines[i].end(), std::back_inserter(block.inlines));
  }
  const std::string text = block.text();
  const std::size_t blank = text.size() - trim(text).size();
  if (blank > 0 && text[0] == ' ') cut_front(block.inlines, text.find_first_not_of(' '));
  return block;
}

/// Lines that each begin with a mark become items; what stands above them stays a paragraph.
void put_lines(const Block& from, std::vector<std::vector<Inline>> lines, std::vector<Block>& out) {
  std::size_t marked = lines.size();
  while (marked > 0 && list_mark(trim(text_of(lines[marked - 1]))).words_at != 0) --marked;
  const bool list = lines.size() - marked >= 2;
  if (!list) marked = lines.size();
  std::vector<std::vector<Inline>> above(std::make_move_iterator(lines.begin()), std::make_move_iterator(lines.begin() + static_cast<std::ptrdiff_t>(marked)));
  if (!above.empty()) {
    Block block = paragraph_of(from, std::move(above));
    const std::string text = block.text();
    const LeadingNumber lead = leading_number(text, true);
    if (!lead.number.empty() && !block.inlines.empty() && block.inlines[0].text.size() >= lead.words_at) {
      block.number = lead.number;
      cut_front(block.inlines, lead.words_at);
    }
    if (!trim(block.text()).empty()) out.push_back(std::move(block));
  }
  for (std::size_t i = marked; i < lines.size(); ++i) {
    Block item = paragraph_of(from, {std::move(lines[i])});
    item.kind = BlockKind::list_item;
    item.level = 1;
    const std::string text = item.text();
    const LineMark mark = list_mark(text);
    item.number = mark.mark;
    cut_front(item.inlines, mark.words_at);
    out.push_back(std::move(item));
  }
}

/// Parts a paragraph where two line breaks follow each other.
void part(Block block, std::vector<Block>& out) {
  const auto breaks = std::count_if(block.inlines.begin(), block.inlines.end(), [](const Inline& run) { return run.kind == InlineKind::line_break; });
  if (block.kind != BlockKind::paragraph || breaks == 0 || !block.number.empty()) return out.push_back(std::move(block));
  const std::string id = block.id;
  const std::size_t first = out.size();
  std::vector<std::vector<Inline>> lines;
  for (std::vector<Inline>& line : lines_of(std::move(block.inlines))) {
    if (!trim(text_of(line)).empty()) {
      lines.push_back(std::move(line));
    } else if (!lines.empty()) {
      put_lines(block, std::exchange(lines, {}), out);
    }
  }
  if (!lines.empty()) put_lines(block, std::move(lines), out);
  if (first < out.size()) out[first].id = id, out[first].level = out[first].kind == BlockKind::paragraph ? block.level : out[first].level;
}

/// Items that follow each other become one list, deeper ones a list inside the item above.
void gather_items(std::vector<Block>& blocks) {
  std::vector<Block> out;
  std::uint8_t outermost = 0;
  for (Block& each : blocks) {
    if (each.kind != BlockKind::list_item) {
      outermost = 0;
      out.push_back(std::move(each));
      continue;
    }
    const bool ordered = list_mark(each.number + " x").ordered;
    const std::uint8_t level = std::exchange(each.level, std::uint8_t{0});
    if (outermost == 0) {
      out.emplace_back(BlockKind::list).ordered = ordered;
      outermost = level;
    }
    Block* list = &out.back();
    for (std::uint8_t depth = outermost; depth < level && !list->children.empty(); ++depth) {
      Block& above = list->children.back();
      if (above.children.empty() || above.children.back().kind != BlockKind::list) above.children.emplace_back(BlockKind::list).ordered = ordered;
      list = &above.children.back();
    }
    list->children.push_back(std::move(each));
  }
  blocks = std::move(out);
}

/// Short, on one line, all of it bold or large, and no sentence.
bool looks_like_a_heading(const Block& block) {
  if (block.kind != BlockKind::paragraph || block.inlines.empty() || !block.children.empty()) return false;
  const std::string text = block.text();
  if (text.size() < 3 || text.size() > longest_plain_heading || std::string_view(".,;:").find(text.back()) != std::string_view::npos || is_caption(text)) return false;
  const bool strong = std::all_of(block.inlines.begin(), block.inlines.end(), [](const Inline& run) {
    return run.kind == InlineKind::text && run.target.empty() && (run.marks.has(Mark::strong) || trim(run.text).empty());
  });
  const bool plain = std::all_of(block.inlines.begin(), block.inlines.end(), [](const Inline& run) { return run.kind == InlineKind::text && run.target.empty(); });
  return strong || (plain && block.level >= 4);
}

/// What ranks a heading known by its looks: larger letters first, then capitals.
std::pair<int, int> rank_of(const Block& block) { return {-static_cast<int>(block.level), in_capitals(block.text(), 4) ? 0 : 1}; }

void find_headings(std::vector<Block>& blocks) {
  const auto real = std::count_if(blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == BlockKind::heading; });
  if (real > 0) return;
  std::vector<Block*> found;
  std::set<std::pair<int, int>> ranks;
  for (std::size_t i = 0; i + 1 < blocks.size(); ++i) {
    if (!looks_like_a_heading(blocks[i])) continue;
    found.push_back(&blocks[i]);
    ranks.insert(rank_of(blocks[i]));
  }
  const bool titled = std::any_of(blocks.begin(), blocks.end(), [](const Block& block) { return block.kind == BlockKind::title; });
  const bool one_on_top = found.size() > 1 && ranks.size() > 1 && rank_of(*found[0]) == *ranks.begin() && std::count_if(found.begin(), found.end(), [&](const Block* each) { return rank_of(*each) == *ranks.begin(); }) == 1;
  for (Block* each : found) {
    auto level = std::distance(ranks.begin(), ranks.find(rank_of(*each))) + 1;
    const bool title = !titled && one_on_top && each == found[0];
    if (!titled && one_on_top) --level;
    const std::string text = each->text();
    const LeadingNumber lead = leading_number(text, false);
    if (!each->number.empty()) level = 1 + std::count(each->number.begin(), each->number.end(), '.') - each->number.ends_with('.');
    else if (!lead.number.empty()) level = 1 + std::count(lead.number.begin(), lead.number.end(), '.');
    if (each->number.empty() && !lead.number.empty() && each->inlines[0].text.size() >= lead.words_at) {
      each->number = lead.number;
      cut_front(each->inlines, lead.words_at);
    }
    each->kind = title ? BlockKind::title : BlockKind::heading;
    each->level = title ? std::uint8_t{0} : static_cast<std::uint8_t>(std::clamp<std::ptrdiff_t>(level, 1, 6));
    for (Inline& run : each->inlines) run.marks = {};
  }
}

/// Lines of contents that stand as paragraphs become one table of contents.
void gather_contents(std::vector<Block>& blocks) {
  std::vector<Block> out;
  for (Block& each : blocks) {
    const bool line = each.kind == BlockKind::contents && each.children.empty();
    if (!line) {
      const bool title = each.kind == BlockKind::paragraph && is_contents_title(each.text());
      if (title) each.kind = BlockKind::contents;
      out.push_back(std::move(each));
      if (title) out.back().children.emplace_back(BlockKind::list);
      continue;
    }
    if (out.empty() || out.back().kind != BlockKind::contents) out.emplace_back(BlockKind::contents);
    if (out.back().children.empty()) out.back().children.emplace_back(BlockKind::list);
    each.kind = BlockKind::list_item;
    out.back().children.back().children.push_back(std::move(each));
  }
  for (Block& each : out)
    if (each.kind == BlockKind::contents && each.children.size() == 1 && each.children[0].children.empty()) {
      each.kind = BlockKind::paragraph;
      each.children.clear();
    }
  blocks = std::move(out);
}

}  // namespace

bool is_layout_table(const Block& table) {
  std::size_t rows = 0, cells = 0, with_blocks = 0;
  for (const Block& row : table.children) {
    if (row.kind != BlockKind::row) return false;  // a caption says that it is a table
    ++rows;
    for (const Block& cell : row.children) {
      if (is_header(cell)) return false;
      ++cells;
      with_blocks += !cell.children.empty();
      if (holds(cell, BlockKind::table) || holds(cell, BlockKind::heading) || holds(cell, BlockKind::title)) return true;
    }
  }
  return cells == 1 || (rows == 1 && with_blocks > 0);
}

std::vector<Block> blocks_of_layout(Block table) {
  std::vector<Block> out;
  for (Block& row : table.children)
    for (Block& cell : row.children) {
      std::vector<Block> inside;
      if (!cell.inlines.empty()) {
        Block& words = inside.emplace_back(BlockKind::paragraph);
        words.inlines = std::move(cell.inlines);
        words.number = std::move(cell.number);
        words.language = cell.language;
        words.level = cell.level;
      }
      std::move(cell.children.begin(), cell.children.end(), std::back_inserter(inside));
      Block around(BlockKind::furniture);
      around.children = std::move(inside);
      if (is_menu(around)) out.push_back(std::move(around));
      else std::move(around.children.begin(), around.children.end(), std::back_inserter(out));
    }
  return out;
}

void mend_legacy_page(std::vector<Block>& blocks) {
  std::vector<Block> parted;
  for (Block& each : blocks) part(std::move(each), parted);
  blocks = std::move(parted);
  gather_contents(blocks);
  find_headings(blocks);
  walk(blocks, [](Block& block, std::size_t) {
    if (block.kind != BlockKind::list && block.kind != BlockKind::row && !block.children.empty()) gather_items(block.children);
    if (block.kind == BlockKind::paragraph || block.kind == BlockKind::cell) block.level = 0;
  });
  gather_items(blocks);
}

}  // namespace casewright
