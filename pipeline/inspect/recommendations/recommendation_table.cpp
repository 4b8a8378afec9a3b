#include "inspect/recommendations/recommendation_table.h"

#include <algorithm>
#include <map>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t most_columns = 64;

/// One paragraph or item of a cell.
struct CellPiece {
  Span span;
  std::string text;
  std::string number;   ///< that a reader took off its words
  std::uint8_t items = 0;
  std::uint32_t page = 0;
};

/// One cell in its place.
struct TableCell {
  std::size_t column = 0, wide = 1;
  bool spans_all = false;
  Span span;            ///< of its words in the Prose
  std::string text;
  std::string number;   ///< that a reader took off its words
  std::uint32_t page = 0;
  std::vector<CellPiece> pieces;
};

using TableRow = std::vector<TableCell>;

/// The rows of a table with each cell in its column, cells that reach over several rows counted.
class Grid {
 public:
  Grid(const Prose& prose, std::span<const Piece> pieces) {
    for (const Piece& piece : pieces)
      if (piece.cell != nullptr) add(prose, piece);
    for (const Block& row : pieces.front().table->children)
      if (row.kind == BlockKind::row) place(row);
  }

  std::vector<TableRow> rows;

 private:
  void add(const Prose& prose, const Piece& piece) {
    const auto [known, fresh] = words_.try_emplace(piece.cell);
    TableCell& cell = known->second;
    if (fresh) cell.span.begin = piece.span.begin;
    cell.span.end = piece.span.end;
    if (!cell.text.empty()) cell.text += ' ';
    cell.text += fold_space(prose.view(piece.span));
    if (cell.number.empty() && cell.text.size() < 2000) cell.number = piece.block->number;
    cell.page = piece.block->page;
    cell.pieces.push_back({piece.span, fold_space(prose.view(piece.span)), piece.block->number, piece.items, piece.block->page});
  }

  void place(const Block& row) {
    TableRow& made = rows.emplace_back();
    std::size_t column = 0;
    for (const Block& block : row.children) {
      while (column < busy_.size() && busy_[column] > 0) ++column;
      const std::size_t wide = block.cell ? std::max<std::size_t>(1, block.cell->columns) : 1;
      const std::size_t high = block.cell ? std::max<std::size_t>(1, block.cell->rows) : 1;
      if (const auto found = words_.find(&block); found != words_.end()) {
        made.push_back(found->second);
        made.back().column = column;
        made.back().wide = std::min(wide, most_columns);
        made.back().spans_all = row.children.size() == 1 && wide > 1;
      }
      for (std::size_t at = column; at < std::min(column + wide, most_columns); ++at) {
        if (busy_.size() <= at) busy_.resize(at + 1);
        busy_[at] = high;
      }
      column += wide;
    }
    for (std::size_t& each : busy_)
      if (each > 0) --each;
  }

  std::map<const Block*, TableCell> words_;
  std::vector<std::size_t> busy_;  ///< by column: for how many rows more a cell above fills it
};

/// Which column holds what; empty where the row is no head.
std::vector<AskField> columns_of(const TableRow& row) {
  std::vector<AskField> columns;
  for (const TableCell& cell : row) {
    if (columns.size() < cell.column + cell.wide) columns.resize(cell.column + cell.wide, AskField::none);
    std::fill_n(columns.begin() + static_cast<std::ptrdiff_t>(cell.column), cell.wide, field_of_heading(cell.text));
  }
  return columns;
}

/// A head of two rows: "Recommendation" over "No" and "What". True where the lower row names columns too; they then count.
bool joins_lower_head(std::vector<AskField>& columns, const TableRow& lower) {
  constexpr std::size_t longest = 60;
  const bool short_cells = std::all_of(lower.begin(), lower.end(), [](const TableCell& cell) { return cell.text.size() <= longest; });
  const auto named = std::count_if(lower.begin(), lower.end(), [](const TableCell& cell) { return field_of_heading(cell.text) != AskField::none; });
  if (!short_cells || named < 2 || 2 * static_cast<std::size_t>(named) < lower.size()) return false;
  const std::vector<AskField> below = columns_of(lower);
  if (columns.size() < below.size()) columns.resize(below.size(), AskField::none);
  for (std::size_t at = 0; at < below.size(); ++at)
    if (below[at] != AskField::none) columns[at] = below[at];
  return true;
}

std::size_t count_of(const std::vector<AskField>& columns, AskField field) {
  return static_cast<std::size_t>(std::count(columns.begin(), columns.end(), field));
}

bool has_any(const std::vector<AskField>& columns, std::initializer_list<AskField> fields) {
  return std::any_of(fields.begin(), fields.end(), [&](AskField each) { return count_of(columns, each) > 0; });
}

std::string* part_of(RecommendationSeen& seen, AskField field) {
  switch (field) {
    case AskField::id: return &seen.id;
    case AskField::owner: return &seen.owner;
    case AskField::due: return &seen.due;
    case AskField::outcome: return &seen.outcome;
    case AskField::evidence: return &seen.evidence;
    case AskField::progress: return &seen.progress;
    case AskField::none:
    case AskField::text:
    case AskField::action:
    case AskField::aside: return nullptr;
  }
  return nullptr;
}

/// The words of a recommendation's cell, its own label or number taken off.
void take_text(RecommendationSeen& seen, const TableCell& cell) {
  std::uint32_t from = 0;
  std::optional<AskLabel> label = label_of(cell.text, true);
  if (!label) label = mark_of(cell.text);
  if (label) {
    from = label->words_at;
    if (seen.id.empty()) seen.id = label->id;
    seen.consideration = label->consideration;
  } else if (seen.id.empty() && !cell.number.empty()) {
    if (const auto mark = mark_of(cell.number + " x")) seen.id = mark->id;
    else if (cell.number.find_first_of("0123456789") != std::string::npos) seen.id = cell.number;
  }
  seen.text = fold_space(std::string_view(cell.text).substr(from));
  seen.span = {cell.span.begin + std::min(from, cell.span.length()), cell.span.end};
  seen.page = cell.page;
}

void take(RecommendationSeen& seen, AskField field, const TableCell& cell) {
  std::string* part = part_of(seen, field);
  if (part == nullptr || cell.text.empty()) return;
  if (part->empty()) *part = cell.text;
}

/// True for a cell that holds a number alone, "1.1" or "R2", under a head that reaches over the words beside it too.
bool is_number_alone(const TableCell& cell) {
  return !cell.text.empty() && cell.text.size() <= 6 && cell.text.find(' ') == std::string::npos &&
         cell.text.find_first_of("0123456789") != std::string::npos;
}

/// The several recommendations of a cell that holds those of an agency: one an item, or one a paragraph that names
/// who should act. Empty where the cell is one recommendation.
std::vector<TableCell> parted(const TableCell& cell) {
  std::vector<TableCell> parts;
  std::size_t asking = 0;
  bool led = false;  // items under "The trust should:" belong to it
  for (const CellPiece& piece : cell.pieces) {
    if (piece.items == 0) led = false;
    const bool begins = piece.items == 1 ? asks(piece.text, true) : piece.items == 0 && asks(piece.text, false) && !owner_in(piece.text).empty();
    if (parts.empty() || (begins && !led)) {
      TableCell& part = parts.emplace_back();
      part.span = piece.span;
      part.text = piece.text;
      part.number = piece.number;
      part.page = piece.page;
      asking += begins ? 1 : 0;
      led = piece.text.ends_with(':');
    } else {
      parts.back().text += ' ' + piece.text;
      parts.back().span.end = piece.span.end;
    }
  }
  if (parts.size() < 2 || asking < parts.size()) parts.clear();
  return parts;
}

/// Reads the rows under a head.
void read_rows(const Grid& grid, std::size_t first, const std::vector<AskField>& columns, AskField words, AskTable& table) {
  std::string asked;  // "The Board should" over a column whose cells go on from there
  for (const TableCell& cell : grid.rows[first - 1])
    if (field_of_heading(cell.text) == AskField::text && asks(cell.text + " act", false)) asked = owner_in(cell.text + " act");
  for (std::size_t at = first; at < grid.rows.size(); ++at) {
    RecommendationSeen seen;
    const TableCell* text = nullptr;
    for (const TableCell& cell : grid.rows[at]) {
      const AskField field = cell.column < columns.size() ? columns[cell.column] : AskField::none;
      if (field == words && is_number_alone(cell)) take(seen, AskField::id, cell);
      else if (field == words && text == nullptr && !cell.spans_all) text = &cell;
      else take(seen, field, cell);
    }
    if (text == nullptr || text->text.empty() || columns_of(grid.rows[at]) == columns) continue;
    std::vector<TableCell> parts = seen.id.empty() ? parted(*text) : std::vector<TableCell>();
    if (parts.empty()) parts.push_back(*text);
    for (const TableCell& part : parts) {
      RecommendationSeen one = seen;
      take_text(one, part);
      if (one.owner.empty()) one.owner = asked;
      one.numbered = !one.id.empty();
      if (!one.text.empty()) table.rows.push_back(std::move(one));
    }
  }
}

/// A table with a recommendation in each row.
bool read_columns(const Grid& grid, AskZone zone, AskTable& table) {
  constexpr std::size_t deepest_head = 3;
  for (std::size_t at = 0; at < std::min(deepest_head, grid.rows.size()); ++at) {
    std::vector<AskField> columns = columns_of(grid.rows[at]);
    const bool spans = std::any_of(grid.rows[at].begin(), grid.rows[at].end(), [](const TableCell& cell) { return cell.wide > 1; });
    const std::size_t first = at + (spans && at + 1 < grid.rows.size() && joins_lower_head(columns, grid.rows[at + 1]) ? 2 : 1);
    const bool has_text = count_of(columns, AskField::text) > 0, has_action = count_of(columns, AskField::action) > 0;
    const bool says_so = std::any_of(grid.rows[at].begin(), grid.rows[at].end(), [](const TableCell& cell) {
      return ascii_lower(cell.text).find("recommend") != std::string::npos || cell.text.find("rgymhell") != std::string::npos;
    });
    const bool beside = (says_so && has_text && has_any(columns, {AskField::aside}) && zone != AskZone::other) || has_any(columns, {AskField::owner, AskField::due, AskField::outcome, AskField::evidence, AskField::progress}) ||
                        (zone != AskZone::other && has_any(columns, {AskField::id}));
    if ((!has_text && !has_action) || !beside || grid.rows[at].size() < 2) continue;
    const bool actions_only = !has_text;
    const bool owned = has_any(columns, {AskField::owner, AskField::due});
    if (zone == AskZone::other && !(says_so && owned)) continue;
    if (actions_only && !owned) continue;
    table.plan = actions_only && has_any(columns, {AskField::id});
    read_rows(grid, first, columns, has_text ? AskField::text : AskField::action, table);
    return true;
  }
  return false;
}

/// A table whose first column names the parts of one recommendation, or of several under each other.
bool read_card(const Grid& grid, AskTable& table) {
  std::vector<RecommendationSeen> cards;
  std::size_t known = 0;
  for (const TableRow& row : grid.rows) {
    if (row.size() != 2) return false;
    const auto label = label_of(row[0].text, true);
    const AskField field = label ? AskField::text : field_of_heading(row[0].text);
    if (field == AskField::text) {
      RecommendationSeen& seen = cards.emplace_back();
      if (label) seen.id = label->id;
      take_text(seen, row[1]);
      seen.numbered = !seen.id.empty();
    } else if (!cards.empty()) {
      take(cards.back(), field, row[1]);
    }
    if (field == AskField::owner || field == AskField::due || field == AskField::outcome || field == AskField::evidence || field == AskField::progress) ++known;
  }
  if (cards.empty() || known == 0) return false;
  table.rows = std::move(cards);
  return true;
}

}  // namespace

AskTable read_ask_table(const Prose& prose, std::span<const Piece> pieces, AskZone zone) {
  AskTable table;
  const Grid grid(prose, pieces);
  if (grid.rows.size() < 2) return table;
  table.read = read_card(grid, table) || read_columns(grid, zone, table);
  return table;
}

}  // namespace casewright
