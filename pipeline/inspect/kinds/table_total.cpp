#include "inspect/kinds/table_total.h"

#include <algorithm>
#include <charconv>
#include <map>
#include <optional>

#include "base/text.h"
#include "inspect/document_pieces.h"

namespace casewright {
namespace {

/// The whole number that a cell gives; nothing for words, shares and amounts with a point.
std::optional<int> number_in(std::string_view cell) {
  std::string digits;
  for (const char c : trim(cell))
    if (c != ',') digits += c;
  int number = 0;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  return error == std::errc() && end == digits.data() + digits.size() && number >= 0 ? std::optional(number) : std::nullopt;
}

bool says_total(std::string_view cell) {
  constexpr std::size_t longest = 40;
  if (cell.size() > longest) return false;
  const std::string words = ascii_lower(fold_space(cell));
  return words == "total" || words == "totals" || words == "all" || words == "sum" || words.starts_with("total ") || words == "overall" || words == "cyfanswm";
}

/// One cell's words and place.
struct Figure {
  std::string_view text;
  Span span;
};

using Rows = std::vector<std::vector<Figure>>;

/// Totals of tables that are not the sums of what stands above or beside them.
class TableTotalCheck final : public Check {
 public:
  void look(const Seen& seen, const Rule& rule, std::vector<Finding>& into) const override {
    const bool any = std::any_of(seen.prose.stretches.begin(), seen.prose.stretches.end(), [&](const Stretch& each) {
      return each.scope == Scope::cell && says_total(seen.prose.view(each.span));
    });
    if (!any) return;
    std::map<const Block*, Figure> cells;
    std::vector<const Block*> tables;
    for (const Piece& piece : pieces_of(seen.reading.document, seen.prose)) {
      if (piece.cell == nullptr) continue;
      cells.try_emplace(piece.cell, Figure{seen.prose.view(piece.span), piece.span});
      if (tables.empty() || tables.back() != piece.table) tables.push_back(piece.table);
    }
    for (const Block* table : tables)
      if (const auto rows = rows_of(*table, cells)) {
        down(seen, rule, *rows, into);
        across(seen, rule, *rows, into);
      }
  }

 private:
  /// The cells row by row; nothing where some span others, so that columns cannot be told.
  static std::optional<Rows> rows_of(const Block& table, const std::map<const Block*, Figure>& cells) {
    Rows rows;
    for (const Block& row : table.children) {
      if (row.kind != BlockKind::row) continue;
      auto& made = rows.emplace_back();
      for (const Block& cell : row.children) {
        if (cell.cell && (cell.cell->columns > 1 || cell.cell->rows > 1)) return std::nullopt;
        const auto known = cells.find(&cell);
        made.push_back(known == cells.end() ? Figure{} : known->second);
      }
    }
    return rows;
  }

  static void compare(const Seen& seen, const Rule& rule, const std::vector<Figure>& parts, const Figure& total, std::vector<Finding>& into) {
    const auto said = number_in(total.text);
    long sum = 0;
    for (const Figure& part : parts) {
      const auto number = number_in(part.text);
      if (!number && !trim(part.text).empty() && trim(part.text) != "-") return;
      sum += number.value_or(0);
    }
    constexpr std::size_t least = 2;
    if (!said || parts.size() < least || sum == *said || !seen.reads(rule, total.span)) return;
    into.push_back(report(seen, rule, total.span, {{"said", std::to_string(*said)}, {"sum", std::to_string(sum)}}));
  }

  static void down(const Seen& seen, const Rule& rule, const Rows& rows, std::vector<Finding>& into) {
    std::size_t first = 1;
    for (std::size_t at = 1; at < rows.size(); ++at) {
      if (rows[at].empty() || !says_total(rows[at].front().text)) continue;
      for (std::size_t column = 1; column < rows[at].size(); ++column) {
        std::vector<Figure> parts;
        for (std::size_t above = first; above < at; ++above)
          if (column < rows[above].size()) parts.push_back(rows[above][column]);
        compare(seen, rule, parts, rows[at][column], into);
      }
      first = at + 1;
    }
  }

  static void across(const Seen& seen, const Rule& rule, const Rows& rows, std::vector<Finding>& into) {
    if (rows.empty() || rows.front().size() < 4 || !says_total(rows.front().back().text)) return;
    for (std::size_t at = 1; at < rows.size(); ++at)
      if (rows[at].size() == rows.front().size())
        compare(seen, rule, {rows[at].begin() + 1, rows[at].end() - 1}, rows[at].back(), into);
  }
};

}  // namespace

std::shared_ptr<const Check> prepare_table_total(const Rule&, Preparation&) {
  return std::make_shared<TableTotalCheck>();
}

}  // namespace casewright
