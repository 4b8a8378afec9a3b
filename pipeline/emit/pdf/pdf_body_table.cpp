// The tables of PdfBody.
#include <algorithm>
#include <iterator>
#include <memory>
#include <utility>

#include "base/text.h"
#include "emit/pdf/pdf_body.h"

namespace casewright {
namespace {

constexpr float pad_x = 5, pad_y = 3.5f;     ///< around a cell's words
constexpr float smallest_cell = 9;           ///< points, where a table is too wide for its page
constexpr std::size_t short_row = 14;        ///< a row of no more lines is not divided
constexpr std::size_t slabs_at_once = 400;

/// The slabs once more, as something that is no part of the text: the head of a table on its next page.
std::vector<PdfSlab> as_artifact(const std::vector<PdfSlab>& slabs) {
  std::vector<PdfSlab> copies = slabs;
  for (PdfSlab& slab : copies) {
    slab.notes.clear();
    slab.anchors.clear();
    for (PdfMark& mark : slab.marks) {
      mark.tag = no_tag;
      mark.link = -1;
      mark.order = 0;
    }
  }
  return copies;
}

float total(const std::vector<PdfColumn>& columns, float PdfColumn::*part) {
  float sum = 0;
  for (const PdfColumn& each : columns) sum += each.*part;
  return sum;
}

}  // namespace

void PdfBody::measure_cell(const Block& cell, float size, bool bold, PdfColumn& column) {
  float line = 0;
  for (const Inline& run : cell.inlines) {
    if (run.kind == InlineKind::line_break) {
      column.most = std::max(column.most, line);
      line = 0;
      continue;
    }
    const bool strong = bold || run.marks.has(Mark::strong);
    const float space = text_.width_of(" ", size, strong);
    for (const std::string_view word : split(run.text, ' ')) {
      const float width = text_.width_of(word, size, strong);
      column.least = std::max(column.least, std::min(width, size * 14));
      line += width + space;
    }
  }
  column.most = std::max(column.most, line);
  walk(cell.children, [&](const Block& child, std::size_t depth) {
    if (depth > 20) return;
    PdfColumn own;
    Block flat;
    flat.inlines = child.inlines;
    measure_cell(flat, size, bold, own);
    const float indent = size * 1.5f * static_cast<float>(depth + 1);
    column.least = std::max(column.least, own.least + indent);
    column.most = std::max(column.most, own.most + indent);
  });
}

std::vector<PdfColumn> PdfBody::measure(const PdfGrid& grid, float size) {
  std::vector<PdfColumn> columns(grid.columns, PdfColumn{2 * pad_x + size, 2 * pad_x + size});
  for (const bool spanning : {false, true})
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
      for (const PdfCell& cell : grid.rows[r]) {
        if (cell.block == nullptr || (cell.columns > 1) != spanning) continue;
        PdfColumn asked;
        measure_cell(*cell.block, size, cell.header, asked);
        float least = 0, most = 0;
        for (std::size_t i = cell.column; i < cell.column + cell.columns; ++i) least += columns[i].least, most += columns[i].most;
        const auto count = static_cast<float>(cell.columns);
        const float more_least = (asked.least * 1.03f + 2 * pad_x + 1 - least) / count, more_most = (asked.most * 1.03f + 2 * pad_x + 1 - most) / count;
        for (std::size_t i = cell.column; i < cell.column + cell.columns; ++i) {
          columns[i].least += std::max(0.f, more_least);
          if (!spanning) columns[i].most += std::max(0.f, more_most);
          columns[i].most = std::max(columns[i].most, columns[i].least);
        }
      }
  return columns;
}

TagId PdfBody::tag_cell(const PdfGrid& grid, std::size_t row, const PdfCell& cell, TagId tr) {
  std::string entries = "/A << /O /Table";
  if (cell.header) entries += row < grid.head_rows || grid.columns == 1 ? " /Scope /Column" : " /Scope /Row";
  if (cell.columns > 1) entries += " /ColSpan " + std::to_string(cell.columns);
  if (cell.rows > 1) entries += " /RowSpan " + std::to_string(cell.rows);
  if (names_headers_ && !cell.header && !has_header(grid, row, cell))
    entries += " /Headers [(th-" + std::to_string(std::max(first_header_id_, header_ids_)) + ")]";
  entries += entries.size() > 15 ? " >>" : "";
  if (entries.size() <= 15) entries.clear();
  if (cell.block != nullptr) entries += entries_of(*cell.block);
  const TagId tag = tags_.add(cell.header ? "TH" : "TD", tr, entries);
  if (names_headers_ && cell.header) tags_.set_id(tag, "th-" + std::to_string(++header_ids_));
  return tag;
}

PdfBody::Growing PdfBody::start_cell(const PdfGrid& grid, std::size_t row, const PdfCell& cell, const std::vector<float>& widths,
                                     const Place& place, float size, TagId tr) {
  Growing growing;
  growing.last_row = row + cell.rows - 1;
  growing.header = cell.header;
  growing.left = place.frame.left;
  for (std::size_t i = 0; i < cell.column; ++i) growing.left += widths[i];
  for (std::size_t i = cell.column; i < cell.column + cell.columns; ++i) growing.width += widths[i];
  const TagId tag = tag_cell(grid, row, cell, tr);
  if (cell.block == nullptr) return growing;
  Place inside = place;
  inside.frame.left = growing.left + pad_x;
  inside.frame.width = std::max(8.f, growing.width - 2 * pad_x);
  inside.parent = tag;
  inside.size = size;
  inside.top = false;
  inside.strong = cell.header;
  inside.depth = place.depth + 1;
  PdfLook look = plain_look();
  look.size = size;
  look.bold = cell.header;
  look.after = size * 0.3f;
  look.language = cell.block->language;
  growing.slabs = text_.lines("", cell.block->inlines, look, inside.frame, tag);
  set_blocks(cell.block->children, inside, growing.slabs);
  if (const auto found = plan_.anchors.find(cell.block->id); !cell.block->id.empty() && found != plan_.anchors.end() && !growing.slabs.empty())
    growing.slabs.front().anchors.push_back(found->second);
  return growing;
}

/// How far below the row's top each line of a cell stands, from the first that it has left to the last that ends above
/// `limit`; the end of that one.
float PdfBody::stand_lines(const Growing& cell, float limit, std::vector<float>& tops) {
  float end = pad_y;
  for (std::size_t i = cell.next; i < cell.slabs.size(); ++i) {
    const float gap = i == cell.next ? 0 : std::max(cell.slabs[i].before, cell.slabs[i - 1].after);
    if (end + gap + cell.slabs[i].height > limit) break;
    tops.push_back(end + gap);
    end += gap + cell.slabs[i].height;
  }
  return end;
}

/// Moves a line into the strip of its row that it begins in.
void PdfBody::add_to_strip(PdfSlab& strip, PdfSlab& line, float down) {
  for (PdfMark& mark : line.marks) mark.y += down, strip.marks.push_back(std::move(mark));
  for (PdfFill& fill : line.fills) fill.y += down, strip.fills.push_back(fill);
  std::move(line.anchors.begin(), line.anchors.end(), std::back_inserter(strip.anchors));
  strip.notes.insert(strip.notes.end(), line.notes.begin(), line.notes.end());
  strip.overhang = std::max(strip.overhang, down + line.height - strip.height);
}

/// Puts the lines of the row's cells side by side, each cell's at their own distances, in strips that begin with the
/// lines of the tallest cell; the cells that go on below keep what they have left.
PdfBody::Slabs PdfBody::join_row(std::vector<Growing>& cells, const Row& row, const PdfStyle& style) {
  float bottom = pad_y + row.size * style.leading;
  std::vector<float> strips{0};
  for (const Growing& cell : cells) {
    std::vector<float> tops;
    if (cell.last_row != row.number || cell.next >= cell.slabs.size()) continue;
    const float end = stand_lines(cell, 1e9f, tops);
    if (end < bottom || (end == bottom && strips.size() > 1)) continue;
    bottom = end;
    tops.front() = 0;
    strips = std::move(tops);
  }
  const std::size_t count = strips.size();
  Slabs joined(count);
  for (std::size_t i = 0; i < count; ++i) {
    joined[i].landscape = row.landscape;
    joined[i].keeps_next = row.head;
    joined[i].may_break_before = i == 0 || (count > short_row && i >= 2 && i + 2 <= count);
    joined[i].height = (i + 1 < count ? strips[i + 1] : bottom + pad_y) - strips[i];
  }
  for (Growing& cell : cells) {
    std::vector<float> tops;
    stand_lines(cell, cell.last_row == row.number ? 1e9f : bottom + 0.01f, tops);
    for (const float top : tops) {
      const auto strip = static_cast<std::size_t>(std::upper_bound(strips.begin(), strips.end(), top + 0.5f) - strips.begin()) - 1;
      add_to_strip(joined[strip], cell.slabs[cell.next++], top - strips[strip]);
    }
  }
  if (row.head)
    for (PdfSlab& slab : joined) slab.fills.insert(slab.fills.begin(), {row.left, 0, row.width, slab.height, style.wash});
  if (row.head && row.number == 0) joined.front().fills.push_back({row.left, 0, row.width, 1.2f, style.accent});
  for (const Growing& cell : cells)
    if (cell.last_row == row.number)
      joined.back().fills.push_back({cell.left, joined.back().height - 0.6f, cell.width, 0.6f, row.head ? style.accent : style.line});
  std::erase_if(cells, [&row](const Growing& cell) { return cell.last_row <= row.number; });
  return joined;
}

void PdfBody::set_rows(const PdfGrid& grid, const std::vector<float>& widths, const Place& place, TagId table, float size, Slabs& out) {
  Row row{0, size, place.frame.left, 0, false, place.frame.landscape};
  for (const float width : widths) row.width += width;
  TagId group = grid.head_rows > 0 ? tags_.add("THead", table) : no_tag;
  if (group == no_tag) group = tags_.add("TBody", table);
  std::vector<Growing> cells;
  Slabs head;
  std::shared_ptr<const Slabs> repeated;
  for (; row.number < grid.rows.size(); ++row.number) {
    row.head = row.number < grid.head_rows;
    if (row.number == grid.head_rows && grid.head_rows > 0) {
      group = tags_.add("TBody", table);
      float height = 0;
      for (const PdfSlab& slab : head) height += slab.height;
      if (height < pages_.room(row.landscape) / 3) repeated = std::make_shared<const Slabs>(as_artifact(head));
    }
    const TagId tr = tags_.add("TR", group, entries_of(*grid.row_blocks[row.number]));
    bool titles = grid.rows[row.number].size() == 1 && grid.columns > 1;
    for (const PdfCell& cell : grid.rows[row.number]) {
      cells.push_back(start_cell(grid, row.number, cell, widths, place, size, tr));
      titles = titles && cell.header;
    }
    Slabs joined = join_row(cells, row, style_);
    if (titles && !row.head)
      for (PdfSlab& slab : joined) slab.keeps_next = true;  // it opens the rows below it
    if (row.head) head.insert(head.end(), joined.begin(), joined.end());
    for (PdfSlab& slab : joined) slab.head = repeated;
    std::move(joined.begin(), joined.end(), std::back_inserter(out));
    if (place.top && out.size() > slabs_at_once) flush(out, section());
  }
}

void PdfBody::set_table(const Block& block, const Block* caption, const Place& place, Slabs& out) {
  const PdfGrid grid = read_grid(block);
  Place at = place;
  float size = std::min(place.size, style_.table);
  if (grid.columns > 0 && grid.columns <= 500) {
    std::vector<PdfColumn> columns = measure(grid, size);
    const float width = at.frame.width;
    const bool crowded = grid.columns >= 7 && total(columns, &PdfColumn::most) > 3 * width;
    if (place.top && (total(columns, &PdfColumn::least) > width || crowded)) {
      at.frame.landscape = true;
      at.frame.width = pages_.width(true);
    }
    if (total(columns, &PdfColumn::least) > at.frame.width && !style_.large && size > smallest_cell)
      columns = measure(grid, size = smallest_cell);
    const std::vector<float> widths = share_width(columns, at.frame.width);
    bool any_header = false, all_told = true;
    for (std::size_t r = 0; r < grid.rows.size(); ++r)
      for (const PdfCell& cell : grid.rows[r]) {
        any_header = any_header || cell.header;
        all_told = all_told && (cell.header || has_header(grid, r, cell));
      }
    const TagId table = tags_.add("Table", at.parent, entries_of(block));
    const std::size_t first = out.size();
    if (caption != nullptr) {
      PdfLook look = plain_look();
      look.size = std::min(place.size, style_.caption);
      look.bold = true;
      look.before = style_.body * 0.6f;
      look.after = look.size * 0.45f;
      Place inside = at;
      inside.parent = table;
      inside.top = false;
      set_paragraph(*caption, inside, out, look, "Caption");
      for (std::size_t i = first; i < out.size(); ++i) out[i].keeps_next = true;
    }
    const bool outer_names = names_headers_;
    names_headers_ = any_header && !all_told;
    first_header_id_ = header_ids_ + 1;
    set_rows(grid, widths, at, table, size, out);
    names_headers_ = outer_names;
    if (!out.empty()) out.back().after = style_.body * 1.1f;
    return;
  }
  if (caption != nullptr) set_paragraph(*caption, place, out, plain_look(), "P");
}

}  // namespace casewright
