#include "emit/blocks_writer.h"

#include <algorithm>

#include "base/text.h"
#include "foreign/json.h"

namespace casewright {
namespace {

using json::Value;

constexpr std::pair<Mark, const char*> mark_names[] = {
    {Mark::strong, "strong"}, {Mark::emphasis, "emphasis"}, {Mark::superscript, "superscript"},
    {Mark::subscript, "subscript"}, {Mark::underline, "underline"}, {Mark::struck, "struck"},
    {Mark::uncertain, "uncertain"},
};

/// The words as a reader meets them, the number first.
std::string text_of(const Block& block) {
  return block.number.empty() ? block.text() : block.number + " " + block.text();
}

bool is_plain(const Inline& run) {
  return run.kind == InlineKind::text && run.marks.bits == 0 && run.target.empty() && run.language.empty();
}

Value run_value(const Inline& run) {
  Value value = Value::object();
  if (run.kind == InlineKind::line_break) return {{"break", true}};
  if (run.kind == InlineKind::note_reference) return {{"note", run.target}};
  value["text"] = run.text;
  for (const auto& [mark, name] : mark_names)
    if (run.marks.has(mark)) value["marks"].push_back(name);
  if (!run.target.empty()) value["target"] = run.target;
  if (!run.language.empty()) value["language"] = run.language;
  return value;
}

/// What most blocks have beside their words.
void add_common(Value& value, const Block& block) {
  if (!block.id.empty()) value["id"] = block.id;
  if (!block.section.empty()) value["section"] = block.section;
  if (!block.language.empty()) value["language"] = block.language;
  if (block.page != 0) value["page"] = block.page;
  if (std::all_of(block.inlines.begin(), block.inlines.end(), is_plain)) return;
  for (const Inline& run : block.inlines) value["runs"].push_back(run_value(run));
}

Value plain_value(const Block& block, bool number_in_text) {
  Value value = {{"type", name_of(block.kind)}};
  if (block.kind == BlockKind::heading) value["level"] = block.level;
  if (!block.number.empty()) value["num"] = block.number;
  value["text"] = number_in_text ? text_of(block) : block.text();
  add_common(value, block);
  return value;
}

Value item_value(const Block& item, bool ordered, std::size_t level) {
  Value value = {{"type", "list_item"}, {"level", level}, {"ordered", ordered}};
  if (!item.number.empty()) value["marker"] = item.number;
  value["text"] = item.text();
  add_common(value, item);
  return value;
}

/// All words of a cell and of the blocks inside it, each block on a line of its own.
std::string cell_text(const Block& cell) {
  std::string text = cell.text();
  walk(cell.children, [&text](const Block& block, std::size_t) {
    std::string words = text_of(block);
    if (words.empty()) return;
    if (!text.empty()) text += '\n';
    text += words;
  });
  return text;
}

bool is_header(const Block& cell) { return cell.cell != nullptr && cell.cell->header; }

/// The table as a full grid: a cell that spans stands at its top left, the places that it covers are empty.
struct TableGrid {
  Value rows = Value::array();
  Value spans = Value::array();
  std::size_t header_rows = 0;
  std::size_t header_columns = 0;
};

TableGrid grid_of(const Block& table) {
  TableGrid grid;
  std::vector<std::vector<std::string>> rows;
  std::vector<std::size_t> covered;  // by column: how many rows below are covered from above
  bool in_head = true;
  for (const Block& row : table.children) {
    if (row.kind != BlockKind::row) continue;
    std::vector<std::string> cells;
    const auto skip_covered = [&] {
      while (cells.size() < covered.size() && covered[cells.size()] > 0) {
        --covered[cells.size()];
        cells.emplace_back();
      }
    };
    for (const Block& cell : row.children) {
      skip_covered();
      const std::size_t width = cell.cell == nullptr ? 1 : std::max<std::size_t>(1, cell.cell->columns);
      const std::size_t height = cell.cell == nullptr ? 1 : std::max<std::size_t>(1, cell.cell->rows);
      if (width > 1 || height > 1) grid.spans.push_back({rows.size(), cells.size(), height, width});
      for (std::size_t i = 0; i < width; ++i) {
        if (covered.size() <= cells.size()) covered.resize(cells.size() + 1);
        covered[cells.size()] = height - 1;
        cells.push_back(i == 0 ? cell_text(cell) : std::string());
      }
    }
    skip_covered();
    in_head = in_head && !row.children.empty() && std::all_of(row.children.begin(), row.children.end(), is_header);
    grid.header_rows += in_head;
    if (!in_head && !row.children.empty() && is_header(row.children[0]) && row.children.size() > 1)
      grid.header_columns = 1;
    rows.push_back(std::move(cells));
  }
  std::size_t width = 0;
  for (const auto& row : rows) width = std::max(width, row.size());
  for (auto& row : rows) {
    row.resize(width);
    grid.rows.push_back(std::move(row));
  }
  return grid;
}

Value table_value(const Block& table) {
  TableGrid grid = grid_of(table);
  Value value = {{"type", "table"}, {"rows", std::move(grid.rows)}};
  if (!grid.spans.empty()) value["spans"] = std::move(grid.spans);
  value["header_rows"] = grid.header_rows;
  if (grid.header_columns > 0) value["header_columns"] = grid.header_columns;
  if (!table.id.empty()) value["id"] = table.id;
  if (table.page != 0) value["page"] = table.page;
  return value;
}

/// A header or footer of the page is one block, whatever stands in it.
Value furniture_value(const Block& furniture) {
  Value value = {{"type", "furniture"}, {"text", cell_text(furniture)}};
  if (furniture.page != 0) value["page"] = furniture.page;
  return value;
}

Value contents_value(const Block& contents) {
  Value value = {{"type", "toc"}};
  Value items = Value::array();
  std::string text = contents.text();
  walk(contents.children, [&](const Block& block, std::size_t depth) {
    if (block.text().empty()) return;
    items.push_back({(depth + 2) / 2, text_of(block)});
    text += (text.empty() ? "" : "\n") + text_of(block);
  });
  value["items"] = std::move(items);
  value["text"] = std::move(text);
  return value;
}

Value figure_value(const Block& figure) {
  Value value = {{"type", "figure"}, {"alt", figure.picture == nullptr ? "" : figure.picture->alternative}};
  if (figure.picture != nullptr && figure.picture->decorative) value["decorative"] = true;
  if (!figure.inlines.empty()) value["text"] = figure.text();
  if (!figure.id.empty()) value["id"] = figure.id;
  return value;
}

/// Writes values one a line.
class BlockLines {
 public:
  void add(const Value& value) {
    out_ += out_.empty() ? "" : ",\n";
    out_ += value.dump(-1, ' ', false, Value::error_handler_t::replace);
  }
  std::string take() { return out_.empty() ? "{\"blocks\":[]}\n" : "{\"blocks\":[\n" + out_ + "\n]}\n"; }

 private:
  std::string out_;
};

/// A block whose children come next, and what they must know of it.
struct Open {
  const Block* block;
  const Block* next;
  const Block* end;
  std::size_t list_level;
};

/// Adds the block; true where its children are to be added behind it.
bool add_block(const Block& block, const Open& parent, BlockLines& lines) {
  switch (block.kind) {
    case BlockKind::list: return true;
    case BlockKind::list_item:
      lines.add(item_value(block, parent.block != nullptr && parent.block->ordered, std::max<std::size_t>(1, parent.list_level)));
      return true;
    case BlockKind::table:
      for (const Block& child : block.children)
        if (child.kind == BlockKind::caption) lines.add(plain_value(child, true));
      lines.add(table_value(block));
      return false;
    case BlockKind::contents: lines.add(contents_value(block)); return false;
    case BlockKind::furniture: lines.add(furniture_value(block)); return false;
    case BlockKind::figure: lines.add(figure_value(block)); return true;
    case BlockKind::note: lines.add(plain_value(block, false)); return true;
    case BlockKind::row:
    case BlockKind::cell:
    case BlockKind::title:
    case BlockKind::subtitle:
    case BlockKind::heading:
    case BlockKind::paragraph:
    case BlockKind::caption:
    case BlockKind::quote:
    case BlockKind::to_write: lines.add(plain_value(block, true)); return true;
  }
  return true;
}

}  // namespace

std::string write_blocks(const Document& document, const Theme&) {
  BlockLines lines;
  std::vector<Open> open{{nullptr, document.blocks.data(), document.blocks.data() + document.blocks.size(), 0}};
  while (!open.empty()) {
    if (open.back().next == open.back().end) {
      open.pop_back();
      continue;
    }
    const Open parent = open.back();
    const Block& block = *open.back().next++;
    if (!add_block(block, parent, lines)) continue;
    const Block* first = block.children.data();
    open.push_back({&block, first, first + block.children.size(), parent.list_level + (block.kind == BlockKind::list)});
  }
  return lines.take();
}

}  // namespace casewright
