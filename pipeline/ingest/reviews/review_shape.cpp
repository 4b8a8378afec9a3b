#include "ingest/reviews/review_shape.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/papers/written_prose.h"
#include "ingest/reviews/key_lines.h"
#include "ingest/values/labels.h"
#include "ingest/values/typed_number.h"

namespace casewright {
namespace {

constexpr std::size_t most_of_heading = 120;  ///< bytes of a row or a line that is a heading
constexpr std::size_t least_of_answer = 60;   ///< bytes beside the name of a part that are its text
constexpr std::uint8_t lowest = 6;

bool is_row(const Block& block) { return block.kind == BlockKind::row && !block.children.empty(); }

std::size_t width_of(const Block& row) {
  std::size_t width = 0;
  for (const Block& cell : row.children) width += cell.cell == nullptr ? 1 : cell.cell->columns;
  return width;
}

std::size_t width_of_table(const Block& table) {
  std::size_t widest = 0;
  for (const Block& row : table.children) widest = std::max(widest, is_row(row) ? width_of(row) : 0);
  return widest;
}

/// One cell over all columns.
bool is_over_all(const Block& row, std::size_t width) { return is_row(row) && row.children.size() == 1 && width_of(row) == width; }

bool is_strong(const Block& block) {
  return std::all_of(block.inlines.begin(), block.inlines.end(), [](const Inline& run) { return trim(run.text).empty() || run.marks.has(Mark::strong); });
}

/// A row that names a part of a form: short, over all columns, numbered or set off.
bool names_part(const Block& row, std::size_t width) {
  if (!is_over_all(row, width)) return false;
  const Block& cell = row.children.front();
  const std::string text = fold_space(lines_of(cell));
  if (text.empty() || text.size() > most_of_heading || text.ends_with('.') || text.ends_with(':')) return false;
  const bool header = cell.cell != nullptr && cell.cell->header;
  const bool strong = is_strong(cell) && std::all_of(cell.children.begin(), cell.children.end(), is_strong);
  return header || strong || typed_number(text).words > 0;
}

/// True for a table in which such rows part what is said below them in whole rows.
bool is_form(const Block& table) {
  if (table.kind != BlockKind::table) return false;
  const std::size_t width = width_of_table(table);
  std::size_t parts = 0, answers = 0;
  bool below = false;
  for (const Block& row : table.children) {
    if (names_part(row, width)) ++parts, below = true;
    else if (is_over_all(row, width)) answers += below && !fold_space(lines_of(row)).empty() ? 1 : 0, below = false;
    else below = false;
  }
  return parts >= 2 && answers >= 1;
}

/// True where the left of two cells names a part of a review and the right one says what belongs there.
bool is_part_beside_text(const Block& row) {
  if (!is_row(row) || row.children.size() != 2) return false;
  const std::string name = fold_space(lines_of(row.children[0]));
  if (name.empty() || name.size() > most_of_heading || lines_of(row.children[1]).size() < least_of_answer) return false;
  switch (LabelGuide::of("agency-review").understand(name).field) {
    case Field::none: case Field::author: case Field::signer: case Field::contents: case Field::kept: return false;
    default: return true;
  }
}

/// True for a table of two columns with at least three such rows: "What happened | ...".
bool is_sheet_of_parts(const Block& table) {
  return table.kind == BlockKind::table && std::count_if(table.children.begin(), table.children.end(), is_part_beside_text) >= 3;
}

Block heading_of(const Block& cell, std::uint8_t level) {
  Block heading(BlockKind::heading);
  heading.level = level;
  heading.page = cell.page;
  heading.inlines = cell.inlines.empty() && !cell.children.empty() ? cell.children.front().inlines : cell.inlines;
  return heading;
}

class ReviewShape {
 public:
  explicit ReviewShape(const Document& document) : document_(document) {}

  std::vector<Block> blocks() {
    for (const Block& each : document_.blocks)
      if (each.kind == BlockKind::heading && (last_ == 0 || each.level <= last_)) last_ = static_cast<std::uint8_t>(each.level - 1);  // above the highest
    for (const Block& each : document_.blocks) {
      if (is_form(each)) form(each);
      else if (is_sheet_of_parts(each)) sheet(each);
      else if (each.kind == BlockKind::paragraph) paragraph(each);
      else take(each);
    }
    promote();
    lower();
    return std::move(made_);
  }

 private:
  void take(const Block& block) {
    if (block.kind == BlockKind::heading) last_ = block.level;
    made_.push_back(block);
  }

  std::uint8_t below() const { return std::min<std::uint8_t>(static_cast<std::uint8_t>(last_ + 1), lowest); }

  /// The words of a cell as paragraphs and whatever else stands in it.
  void open(const Block& cell) {
    if (!trim(cell.text()).empty()) {
      Block words(BlockKind::paragraph);
      words.inlines = cell.inlines;
      words.page = cell.page;
      made_.push_back(std::move(words));
    }
    for (const Block& each : cell.children) made_.push_back(each);
  }

  /// Rows that are no heading and no text of their own go on as a table.
  void keep_row(const Block& table, const Block& row, bool& open_table) {
    if (!open_table) {
      made_.emplace_back(BlockKind::table);
      made_.back().page = table.page;
    }
    open_table = true;
    made_.back().children.push_back(row);
  }

  void form(const Block& table) {
    const std::size_t width = width_of_table(table);
    const std::uint8_t level = below();
    bool open_table = false;
    for (const Block& row : table.children) {
      const bool whole = is_over_all(row, width);
      if (!is_row(row) || whole) open_table = false;
      if (names_part(row, width)) made_.push_back(heading_of(row.children.front(), level));
      else if (whole) open(row.children.front());
      else if (is_row(row)) keep_row(table, row, open_table);
      else made_.push_back(row);
    }
  }

  void sheet(const Block& table) {
    const std::uint8_t level = below();
    bool open_table = false, below_part = false;
    for (const Block& row : table.children) {
      const bool pair = is_row(row) && row.children.size() == 2 && !fold_space(lines_of(row.children[0])).empty() && lines_of(row.children[0]).size() <= most_of_heading;
      if (!is_part_beside_text(row) && !(below_part && pair)) {
        keep_row(table, row, open_table);
        continue;
      }
      open_table = false;
      below_part = true;
      made_.push_back(heading_of(row.children[0], level));
      open(row.children[1]);
    }
  }

  void paragraph(const Block& block) {
    const std::string text = block.text();
    if (block.children.empty() && text.size() <= most_of_heading && is_strong(block) && begins_with_key_line(text)) {
      made_.push_back(heading_of(block, below()));
      return;
    }
    const std::size_t led = key_line_led(text);
    if (led == 0 || !block.children.empty()) return take(block);
    Block heading(BlockKind::heading), answer(BlockKind::paragraph);
    heading.level = below();
    heading.page = answer.page = block.page;
    heading.inlines = runs_between(block.inlines, 0, led);
    answer.inlines = runs_between(block.inlines, text.find_first_not_of(" \n\t", led), std::string::npos);
    made_.push_back(std::move(heading));
    made_.push_back(std::move(answer));
  }

  /// "6.1 ..." above the heading "6.2 ...".
  void promote() {
    for (std::size_t at = made_.size(); at-- > 0;) {
      if (made_[at].kind != BlockKind::heading) continue;
      const TypedNumber second = typed_number(made_[at]);
      if (!second.dotted || second.number != 2) continue;
      for (std::size_t above = at; above-- > 0 && made_[above].kind != BlockKind::heading;) {
        const std::string text = fold_space(made_[above].text());
        const TypedNumber first = typed_number(made_[above]);
        if (made_[above].kind != BlockKind::paragraph || first.number != 1 || first.before != second.before || text.size() > most_of_heading || text.ends_with('.')) continue;
        made_[above].kind = BlockKind::heading;
        made_[above].level = made_[at].level;
        break;
      }
    }
  }

  void lower() {
    std::uint8_t named = 0;  // the level of the headings that say "Section Five"
    for (Block& each : made_) {
      if (each.kind != BlockKind::heading) continue;
      const TypedNumber number = typed_number(each);
      if (number.named) named = each.level;
      else if (named > 0 && each.level == named && number.number > 0 && each.level < lowest) ++each.level;
    }
  }

  const Document& document_;
  std::vector<Block> made_;
  std::uint8_t last_ = 0;  ///< level of the last heading; before the first, the one above the highest
};

}  // namespace

Document in_review_shape(const Document& document) {
  Document shaped = document;
  shaped.blocks = ReviewShape(document).blocks();
  return shaped;
}

}  // namespace casewright
