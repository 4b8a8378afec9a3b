#include <algorithm>
#include <set>

#include "foreign/pdfua/ua_file.h"

namespace casewright::pdf::ua {
namespace {

constexpr std::size_t most_columns = 4'000, most_cells = 4'000'000;

/// One cell of a table.
struct Cell {
  std::uint32_t element = none;
  std::size_t row = 0, column = 0, rows = 1, columns = 1;
  bool header = false;
  std::string scope;               ///< Row, Column, Both; empty: none
  std::vector<std::string> headers;  ///< ids of its header cells
};

/// A table as a grid, which it must fill without gap or overlap before its headers can be judged.
class Grid {
 public:
  Grid(File& file, std::uint32_t table) : file_(file), tree_(file.tree), table_(table) {
    for (const std::uint32_t kid : tree_.significant_kids(table)) {
      const std::string& role = tree_.elements[kid].role;
      if (role == "TR") lines_.push_back(cells_of(kid));
      if (role == "THead" || role == "TBody" || role == "TFoot")
        for (const std::uint32_t line : tree_.significant_kids(kid))
          if (tree_.elements[line].role == "TR") lines_.push_back(cells_of(line));
    }
  }

  void check() {
    if (lines_.empty()) return;
    width_ = 0;
    for (const Cell& cell : lines_.front()) width_ += cell.columns;
    height_ = height();
    if (width_ > most_columns || width_ * height_ > most_cells) return;
    places_.assign(width_ * height_, nullptr);
    if (place_all() && filled()) check_headers();
  }

 private:
  std::vector<Cell> cells_of(std::uint32_t line) {
    std::vector<Cell> cells;
    for (const std::uint32_t kid : tree_.significant_kids(line)) {
      const std::string& role = tree_.elements[kid].role;
      if (role != "TH" && role != "TD") continue;
      Cell cell;
      cell.element = kid;
      cell.header = role == "TH";
      cell.rows = span(kid, "/RowSpan");
      cell.columns = span(kid, "/ColSpan");
      const std::string scope = name_in(tree_.attribute(kid, "Table", "/Scope"));
      if (scope == "Row" || scope == "Column" || scope == "Both") cell.scope = scope;
      for (Object& id : items_of(tree_.attribute(kid, "Table", "/Headers")))
        if (id.isString()) cell.headers.push_back(id.getStringValue());
      cells.push_back(std::move(cell));
    }
    return cells;
  }

  std::size_t span(std::uint32_t cell, const char* key) const {
    return static_cast<std::size_t>(std::min(most_columns + 1, static_cast<std::size_t>(std::max(1LL, integer_in(tree_.attribute(cell, "Table", key), 1)))));
  }

  /// How many rows the first cells of the rows stand for: cells that span rows no TR begins count too.
  std::size_t height() const {
    std::size_t rows = 0;
    for (std::size_t line = 0; line < lines_.size(); ++line) {
      const std::size_t spanned = lines_[line].empty() ? 1 : lines_[line].front().rows;
      rows += spanned;
      line += spanned - 1;
    }
    return std::max(rows, lines_.size());
  }

  const Cell*& at(std::size_t row, std::size_t column) { return places_[row * width_ + column]; }

  bool place_all() {
    for (std::size_t row = 0; row < lines_.size(); ++row) {
      std::size_t column = 0;
      for (Cell& cell : lines_[row]) {
        while (column < width_ && at(row, column) != nullptr) ++column;
        if (column + cell.columns > width_ && height_ > lines_.size()) {
          file_.broken_at("7.2-41", table_, "a cell of the first column reaches below the last row");
          return false;
        }
        if (column + cell.columns > width_) {
          file_.broken_at("7.2-42", table_, "row " + std::to_string(row + 1) + " has more columns than the first");
          return false;
        }
        if (row + cell.rows > height_) {
          file_.broken_at("7.2-41", table_, "a cell in column " + std::to_string(column + 1) + " reaches below the last row");
          return false;
        }
        if (!place(cell, row, column)) return false;
        column += cell.columns;
      }
    }
    return true;
  }

  bool place(Cell& cell, std::size_t row, std::size_t column) {
    cell.row = row;
    cell.column = column;
    for (std::size_t r = row; r < row + cell.rows; ++r)
      for (std::size_t c = column; c < column + cell.columns; ++c) {
        if (at(r, c) != nullptr) {
          file_.broken_at("7.2-15", cell.element);
          return false;
        }
        at(r, c) = &cell;
      }
    return true;
  }

  bool filled() {
    for (std::size_t row = 0; row < height_; ++row) {
      const auto begin = places_.begin() + static_cast<std::ptrdiff_t>(row * width_);
      const auto gaps = std::count(begin, begin + static_cast<std::ptrdiff_t>(width_), nullptr);
      if (gaps == 0) continue;
      file_.broken_at("7.2-43", table_, "row " + std::to_string(row + 1) + " has " + std::to_string(width_ - static_cast<std::size_t>(gaps)) +
                                            " columns, the first " + std::to_string(width_));
      return false;
    }
    return true;
  }

  /// Where every TH has a scope the headers of each cell follow from it. Otherwise each TD names its headers or has one
  /// with a fitting scope above it or to its left (ISO 14289-1, 7.5).
  void check_headers() {
    std::set<std::string> ids;
    bool scoped = true;
    for (const auto& line : lines_)
      for (const Cell& cell : line) {
        if (!cell.header) continue;
        scoped = scoped && !cell.scope.empty();
        const std::string id = id_of(cell.element);
        if (!id.empty()) ids.insert(id);
      }
    if (scoped) return;
    for (const auto& line : lines_)
      for (const Cell& cell : line) {
        if (cell.header) continue;
        const bool known = std::all_of(cell.headers.begin(), cell.headers.end(), [&](const std::string& id) { return ids.count(id) != 0; });
        if ((known && !cell.headers.empty()) || header_above(cell) || header_before(cell)) continue;
        file_.broken_at(known ? "7.5-1" : "7.5-2", cell.element);
        return;
      }
  }

  std::string id_of(std::uint32_t element) const {
    Object object = tree_.elements[element].object;
    Object id = object.getKey("/ID");
    return id.isString() ? id.getStringValue() : std::string();
  }

  static bool heads(const Cell& cell, const char* way) { return cell.header && (cell.scope == "Both" || cell.scope == way); }

  /// Headers are looked for away from the cell until cells with data follow on headers.
  bool header_above(const Cell& cell) {
    for (std::size_t column = cell.column; column < cell.column + cell.columns; ++column) {
      bool met = false;
      for (std::size_t row = cell.row; row-- > 0;) {
        const Cell& other = *at(row, column);
        if (heads(other, "Column")) return true;
        if (!other.header && met) break;
        met = met || other.header;
      }
    }
    return false;
  }

  bool header_before(const Cell& cell) {
    for (std::size_t row = cell.row; row < cell.row + cell.rows; ++row) {
      bool met = false;
      for (std::size_t column = cell.column; column-- > 0;) {
        const Cell& other = *at(row, column);
        if (heads(other, "Row")) return true;
        if (!other.header && met) break;
        met = met || other.header;
      }
    }
    return false;
  }

  File& file_;
  const Tree& tree_;
  std::uint32_t table_;
  std::vector<std::vector<Cell>> lines_;
  std::size_t width_ = 0, height_ = 0;
  std::vector<const Cell*> places_;
};

}  // namespace

void check_tables(File& file) {
  for (std::uint32_t i = 0; i < file.tree.elements.size(); ++i)
    if (file.tree.elements[i].role == "Table") Grid(file, i).check();
}

}  // namespace casewright::pdf::ua
