#include "ingest/papers/written_prose.h"

#include <algorithm>
#include <utility>

#include "base/text.h"

namespace casewright {
namespace {

Record element_at(std::string name, Origin origin) {
  Record made;
  made.name = std::move(name);
  made.origin = origin;
  return made;
}

/// A run in the elements of its marks, outermost first: a link, then strong, then em.
Record marked(const Inline& run, Origin origin) {
  Record made = text_record(run.text, origin);
  const auto wrap = [&](const char* name) {
    Record outer = element_at(name, origin);
    outer.children.push_back(std::move(made));
    made = std::move(outer);
  };
  if (run.marks.has(Mark::emphasis)) wrap("em");
  if (run.marks.has(Mark::strong)) wrap("strong");
  if (run.target.find("://") != std::string::npos || run.target.starts_with("mailto:")) {
    wrap("a");
    made.set_attribute("href", run.target);
  }
  return made;
}

bool has_words(const Record& record) { return !trim(record.content()).empty(); }

std::string count_of(std::size_t count, const char* one, const char* many) { return count == 1 ? std::string("a ") + one : std::to_string(count) + " " + many; }

/// A caption without "Table 3:", since a draft numbers its tables itself.
std::string caption_words(std::string_view caption) {
  const std::string words = fold_space(caption);
  if (!ascii_lower(words).starts_with("table ")) return words;
  const std::size_t behind = words.find_first_not_of("0123456789.", 6);
  if (behind == 6 || behind == std::string::npos) return words;
  const std::size_t from = words.find_first_not_of(" :.-", behind);
  return from == std::string::npos ? words : words.substr(from);
}

/// A table that only frames what stands in it: one cell.
bool is_frame(const Block& table) {
  std::size_t cells = 0;
  for (const Block& row : table.children) cells += row.kind == BlockKind::row ? row.children.size() : 0;
  return cells == 1;
}

}  // namespace

std::string lines_of(const Block& block) {
  std::string text = block.text();
  for (const Block& each : block.children) text.append("\n").append(lines_of(each));
  return text;
}

std::vector<Inline> runs_between(std::span<const Inline> all, std::size_t from, std::size_t to) {
  std::vector<Inline> runs;
  std::size_t at = 0;
  for (const Inline& run : all) {
    const std::size_t bytes = run.kind == InlineKind::line_break ? 1 : run.text.size();
    const std::size_t begin = std::max(from, at), end = std::min(to, at + bytes);
    if (begin < end || (bytes == 0 && at >= from && at < to)) {
      runs.push_back(run);
      if (run.kind != InlineKind::line_break && bytes > 0) runs.back().text = run.text.substr(begin - at, end - begin);
    }
    at += bytes;
  }
  return runs;
}

bool is_heading(const Block& block) { return block.kind == BlockKind::heading || block.kind == BlockKind::title || block.kind == BlockKind::subtitle; }

std::uint8_t level_of(const Block& heading) { return heading.kind == BlockKind::heading ? heading.level : 0; }

std::uint8_t highest_heading(std::span<const Block> blocks) {
  std::uint8_t highest = 0;
  for (const Block& each : blocks)
    if (each.kind == BlockKind::heading && (highest == 0 || each.level < highest)) highest = each.level;
  return highest;
}

WrittenProse::WrittenProse(const Document& document, std::uint32_t source) : source_(source) {
  std::uint32_t number = 0;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind == BlockKind::note && !block.id.empty()) notes_.emplace(block.id, &block);
    const bool counts = !block.inlines.empty() && block.kind != BlockKind::furniture && block.kind != BlockKind::note;
    numbers_.emplace(&block, counts ? ++number : number);
  });
}

Origin WrittenProse::origin_of(const Block& block) const {
  const auto found = numbers_.find(&block);
  return {source_, found == numbers_.end() ? 0 : std::max(found->second, 1u), 0};
}

void WrittenProse::add_words(const Block& block, Record& into) { add_words(block.inlines, origin_of(block), into); }

void WrittenProse::add_words(std::span<const Inline> runs, Origin origin, Record& into) {
  for (const Inline& run : runs) {
    if (run.kind == InlineKind::line_break) {
      into.children.push_back(text_record(" ", origin));
    } else if (run.kind == InlineKind::note_reference) {
      const auto note = notes_.find(run.target);
      if (note == notes_.end() || in_note_) continue;
      Record made = element_at("note", origin);
      in_note_ = true;
      add_words(*note->second, made);
      for (const Block& each : note->second->children) {
        made.children.push_back(text_record(" ", origin));
        add_words(each, made);
      }
      in_note_ = false;
      if (has_words(made)) into.children.push_back(std::move(made));
    } else {
      if (run.marks.has(Mark::struck)) ++struck_;
      into.children.push_back(marked(run, origin));
    }
  }
}

void WrittenProse::add(std::span<const Block> blocks, std::uint8_t highest, Record& into) {
  for (std::size_t at = 0; at < blocks.size(); ++at) {
    const bool of_table = blocks[at].kind == BlockKind::caption && at + 1 < blocks.size() && blocks[at + 1].kind == BlockKind::table;
    if (of_table) caption_ = caption_words(blocks[at].text());
    else add(blocks[at], highest, into);
  }
}

void WrittenProse::add(const Block& block, std::uint8_t highest, Record& into) {  // as deep as blocks are nested
  const auto worded = [&](const char* name) {
    Record made = element_at(name, origin_of(block));
    add_words(block, made);
    if (has_words(made)) into.children.push_back(std::move(made));
  };
  switch (block.kind) {
    case BlockKind::title:
    case BlockKind::subtitle:
    case BlockKind::heading: {
      Record made = element_at("h", origin_of(block));
      const int below = std::clamp(static_cast<int>(level_of(block)) - highest, 0, 2);
      made.set_attribute("level", std::to_string(3 + below));
      made.children.push_back(text_record(fold_space(block.text()), made.origin));
      if (has_words(made)) into.children.push_back(std::move(made));
      return;
    }
    case BlockKind::list: {
      Record made = element_at(block.ordered ? "ol" : "ul", origin_of(block));
      add_items(block, "li", made);
      if (!made.children.empty()) into.children.push_back(std::move(made));
      return;
    }
    case BlockKind::table:
      is_frame(block) ? add(block.children.back().children.front(), highest, into) : add_table(block, into);
      return;
    case BlockKind::quote: {
      Record made = element_at("quote", origin_of(block));
      add_inside(block, made);
      if (has_words(made)) into.children.push_back(std::move(made));
      return;
    }
    case BlockKind::figure:
      ++pictures_;
      add(block.children, highest, into);
      return;
    case BlockKind::to_write: {
      into.children.push_back(element_of("p", "To write: " + block.text(), origin_of(block)));
      return;
    }
    case BlockKind::note:
      if (block.id.empty()) worded("p");
      return;
    case BlockKind::contents:
    case BlockKind::furniture:
      return;
    default:
      worded("p");
      add(block.children, highest, into);
  }
}

/// The words of an item, a cell or a quotation: on one line, or in paragraphs where more stands inside.
void WrittenProse::add_inside(const Block& block, Record& into) {
  if (block.children.empty()) return add_words(block, into);
  if (!block.inlines.empty()) {
    Record first = element_at("p", origin_of(block));
    add_words(block, first);
    if (has_words(first)) into.children.push_back(std::move(first));
  }
  add(block.children, highest_heading(block.children), into);
}

void WrittenProse::add_items(const Block& list, std::string_view name, Record& into) {
  for (const Block& each : list.children) add_item(each, name, into);
}

void WrittenProse::add_item(const Block& item, std::string_view name, Record& into) {
  Record made = element_at(std::string(name), origin_of(item));
  add_inside(item, made);
  if (has_words(made)) into.children.push_back(std::move(made));
}

void WrittenProse::add_table(const Block& table, Record& into) {
  Record made = element_at("table", origin_of(table));
  if (!caption_.empty()) made.set_attribute("caption", std::exchange(caption_, ""));
  for (const Block& row : table.children) {
    if (row.kind != BlockKind::row) {
      made.set_attribute("caption", caption_words(row.text()));
      continue;
    }
    Record line = element_at("row", origin_of(row));
    for (const Block& each : row.children) {
      Record cell = element_at("cell", origin_of(each));
      if (each.cell != nullptr && each.cell->header) cell.set_attribute("header", "yes");
      if (each.cell != nullptr && each.cell->columns > 1) cell.set_attribute("span", std::to_string(each.cell->columns));
      if (each.cell != nullptr && each.cell->rows > 1) cell.set_attribute("down", std::to_string(each.cell->rows));
      add_inside(each, cell);
      line.children.push_back(std::move(cell));
    }
    if (!line.children.empty()) made.children.push_back(std::move(line));
  }
  if (has_words(made)) into.children.push_back(std::move(made));
}

Faults WrittenProse::told(const std::string& file) const {
  Faults told;
  if (pictures_ > 0)
    told.push_back({file, 0, 0, "this file has " + count_of(pictures_, "picture", "pictures") + ", which a draft does not take over",
                    "say in words what the report needs of it; the family picture and the timeline are drawn from the case"});
  if (struck_ > 0)
    told.push_back({file, 0, 0, "this file has words that are struck through; a draft takes them as they stand, without the line", "delete them in the file, or take the line away"});
  return told;
}

}  // namespace casewright
