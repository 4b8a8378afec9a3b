#include "ingest/pdf/pdf_ruled_tables.h"

#include <algorithm>
#include <cmath>

#include "ingest/pdf/pdf_lines.h"
#include "ingest/pdf/pdf_rules.h"

namespace casewright {
namespace {

constexpr float slack = 3;         // points by which a border may lie beside its place
constexpr std::size_t most_cells = 20'000;

/// Places along one axis, those that nearly agree made one.
std::vector<float> places(std::vector<float> all) {
  std::sort(all.begin(), all.end());
  std::vector<float> kept;
  for (const float each : all)
    if (kept.empty() || each - kept.back() > slack) kept.push_back(each);
  return kept;
}

/// The net that one group of lines makes.
class Lattice {
 public:
  explicit Lattice(const LaidRules& rules) : rules_(rules) {
    std::vector<float> xs, ys;
    for (const LaidRule& rule : rules.down) xs.push_back(rule.at), ys.push_back(rule.from), ys.push_back(rule.to);
    float left = 1e9f, right = -1e9f;
    for (const LaidRule& rule : rules.across) {
      ys.push_back(rule.at);
      left = std::min(left, rule.from);
      right = std::max(right, rule.to);
    }
    if (!rules.across.empty()) xs.push_back(left), xs.push_back(right);
    xs_ = places(std::move(xs));
    ys_ = places(std::move(ys));
  }

  bool has_cells() const { return parts_columns() && xs_.size() >= 3 && ys_.size() >= 2 && columns() * rows() <= most_cells; }
  std::size_t columns() const { return xs_.size() - 1; }
  std::size_t rows() const { return ys_.size() - 1; }
  Box box() const { return {xs_.front(), ys_.front(), xs_.back(), ys_.back()}; }
  const std::vector<float>& edges() const { return xs_; }

  /// A line that is drawn stands between columns; shades alone may be stripes of every second row.
  bool parts_columns() const {
    return std::any_of(rules_.down.begin(), rules_.down.end(), [this](const LaidRule& rule) { return rule.drawn && rule.at > xs_.front() + slack && rule.at < xs_.back() - slack; });
  }

  /// Joins the fields that no line parts; each field then knows the field at its cell's top left.
  void join() {
    owner_.assign(rows() * columns(), 0);
    for (std::size_t row = 0; row < rows(); ++row)
      for (std::size_t column = 0; column < columns(); ++column) {
        std::size_t owner = row * columns() + column;
        if (column > 0 && !parted_down(row, column)) owner = owner_[owner - 1];
        else if (row > 0 && !parted_across(row, column)) owner = owner_[owner - columns()];
        owner_[row * columns() + column] = owner;
      }
    make_square();
  }

  std::size_t owner(std::size_t row, std::size_t column) const { return owner_[row * columns() + column]; }
  float top_of(std::size_t row) const { return ys_[row]; }

  /// The field in which that point lies, or none.
  std::size_t field_at(float x, float y) const {
    if (x < xs_.front() - 1 || x > xs_.back() + 1 || y < ys_.front() - 1 || y > ys_.back() + 1) return pdf::none;
    const auto column = std::upper_bound(xs_.begin() + 1, xs_.end() - 1, x) - xs_.begin() - 1;
    const auto row = std::upper_bound(ys_.begin() + 1, ys_.end() - 1, y) - ys_.begin() - 1;
    return static_cast<std::size_t>(row) * columns() + static_cast<std::size_t>(column);
  }

 private:
  static bool covers(const std::vector<LaidRule>& rules, float at, float middle) {
    auto each = std::lower_bound(rules.begin(), rules.end(), at - slack, [](const LaidRule& rule, float place) { return rule.at < place; });
    for (; each != rules.end() && each->at <= at + slack; ++each)
      if (each->from <= middle && middle <= each->to) return true;
    return false;
  }
  bool parted_down(std::size_t row, std::size_t column) const { return covers(rules_.down, xs_[column], (ys_[row] + ys_[row + 1]) / 2); }
  bool parted_across(std::size_t row, std::size_t column) const { return covers(rules_.across, ys_[row], (xs_[column] + xs_[column + 1]) / 2); }

  /// A cell is a rectangle: fields that would make it anything else stand alone.
  void make_square() {
    for (std::size_t field = 0; field < owner_.size(); ++field) {
      const std::size_t owner = owner_[field];
      const std::size_t left = owner % columns(), column = field % columns(), top = owner / columns(), row = field / columns();
      bool square = owner_[owner] == owner && column >= left;
      for (std::size_t i = left; square && i <= column; ++i) square = owner_[row * columns() + i] == owner;
      if (square && row > top && column > left) square = owner_[(row - 1) * columns() + column] == owner;
      if (square && row > top) square = owner_[(row - 1) * columns() + left] == owner;
      if (!square) owner_[field] = field;
    }
  }

  const LaidRules& rules_;
  std::vector<float> xs_, ys_;
  std::vector<std::size_t> owner_;
};

/// Cells of the lattice with the words in them; `taken` marks the words.
LaidTable table_of(const Lattice& lattice, const std::vector<LaidWord>& words, const LaidPage& page, std::vector<bool>& taken) {
  LaidTable table;
  table.box = lattice.box();
  table.edges = lattice.edges();
  table.rows = static_cast<std::uint16_t>(lattice.rows());
  table.columns = static_cast<std::uint16_t>(lattice.columns());
  std::vector<std::vector<LaidWord>> inside(lattice.rows() * lattice.columns());
  for (std::size_t i = 0; i < words.size(); ++i) {
    if (taken[i]) continue;
    const std::size_t field = lattice.field_at(middle_x(words[i].box), middle_y(words[i].box));
    if (field == pdf::none) continue;
    inside[lattice.owner(field / lattice.columns(), field % lattice.columns())].push_back(words[i]);
    taken[i] = true;
  }
  for (std::size_t field = 0; field < inside.size(); ++field) {
    const std::size_t row = field / lattice.columns(), column = field % lattice.columns();
    if (lattice.owner(row, column) != field) continue;
    LaidCell cell;
    cell.row = static_cast<std::uint16_t>(row);
    cell.column = static_cast<std::uint16_t>(column);
    while (column + cell.columns < lattice.columns() && lattice.owner(row, column + cell.columns) == field) ++cell.columns;
    while (row + cell.rows < lattice.rows() && lattice.owner(row + cell.rows, column) == field) ++cell.rows;
    if (!inside[field].empty()) cell.lines = rows_of(std::move(inside[field]), page);
    table.cells.push_back(std::move(cell));
  }
  return table;
}

/// Takes away the columns or rows that hold nothing and begin no cell with words: borders drawn twice leave them.
void drop_empty(LaidTable& table) {
  const auto drop = [&table](std::uint16_t LaidCell::*place, std::uint16_t LaidCell::*span, std::uint16_t& count, bool columns) {
    for (std::uint16_t at = count; at-- > 0;) {
      const bool used = std::any_of(table.cells.begin(), table.cells.end(), [&](const LaidCell& cell) {
        return cell.*place <= at && at < cell.*place + cell.*span && !cell.lines.empty() && (cell.*place == at || cell.*place + cell.*span == at + 1);
      });
      const bool narrow = columns && table.edges[at + 1u] - table.edges[at] < 8;
      if (used || (columns && !narrow) || count <= 1) continue;
      for (LaidCell& cell : table.cells) {
        if (cell.*place <= at && at < cell.*place + cell.*span) --(cell.*span);
        else if (cell.*place > at) --(cell.*place);
      }
      std::erase_if(table.cells, [](const LaidCell& cell) { return cell.rows == 0 || cell.columns == 0; });
      --count;
      if (columns) table.edges.erase(table.edges.begin() + at + (at == 0 ? 0 : 1));
    }
  };
  drop(&LaidCell::column, &LaidCell::columns, table.columns, true);
  drop(&LaidCell::row, &LaidCell::rows, table.rows, false);
}

bool is_table(const LaidTable& table) {
  std::size_t filled = 0;
  std::vector<bool> columns(table.columns);
  for (const LaidCell& cell : table.cells)
    if (!cell.lines.empty()) ++filled, columns[cell.column] = true;
  const auto used = std::count(columns.begin(), columns.end(), true);
  return table.columns >= 2 && filled >= 2 && used >= 2 && static_cast<double>(filled) >= 0.3 * static_cast<double>(table.cells.size());
}

/// The head stands on a shade that the row below it has not.
std::uint16_t header_rows_by_shade(const LaidTable& table, const Lattice& lattice, const std::vector<LaidShade>& shades) {
  const auto shade_of = [&](std::size_t row) -> std::uint32_t {
    const float y = lattice.top_of(row) + 2.5f, x = lattice.edges()[0] + 2.5f;
    std::uint32_t rgb = 0xFFFFFF;
    for (const LaidShade& shade : shades)
      if (holds_point(shade.box, x, y, 0)) rgb = shade.rgb;
    return rgb;
  };
  if (table.rows < 2 || table.rows != lattice.rows()) return 0;
  const std::uint32_t head = shade_of(0);
  return head != 0xFFFFFF && shade_of(1) != head && (table.rows < 3 || shade_of(2) != head) ? 1 : 0;
}

}  // namespace

std::uint16_t header_rows_by_weight(const LaidTable& table) {
  const auto all_strong = [&table](std::size_t row) {
    bool any = false;
    for (const LaidCell& cell : table.cells) {
      if (cell.row != row) continue;
      for (const LaidLine& line : cell.lines) {
        any = true;
        if (!line.strong) return false;
      }
    }
    return any;
  };
  std::uint16_t count = 0;
  while (count < table.rows && count < 3 && all_strong(count)) ++count;
  return count < table.rows ? count : 0;
}

void take_ruled_tables(const pdf::PageScan& scan, std::vector<LaidWord>& words, LaidPage& page) {
  const LaidRules rules = rules_of(scan, page);
  std::vector<bool> taken(words.size());
  for (const LaidRules& group : connected(rules)) {
    Lattice lattice(group);
    if (!group.across.empty() && lattice.has_cells()) {
      lattice.join();
      std::vector<bool> with = taken;
      LaidTable table = table_of(lattice, words, page, with);
      const std::uint16_t shaded = header_rows_by_shade(table, lattice, rules.shades);
      drop_empty(table);
      if (is_table(table)) {
        table.header_rows = std::max(shaded, header_rows_by_weight(table));
        page.tables.push_back(std::move(table));
        taken = std::move(with);
        continue;
      }
    }
    page.across.insert(page.across.end(), group.across.begin(), group.across.end());
    page.down.insert(page.down.end(), group.down.begin(), group.down.end());
  }
  std::sort(page.across.begin(), page.across.end(), [](const LaidRule& a, const LaidRule& b) { return a.at < b.at; });
  std::size_t kept = 0;
  for (std::size_t i = 0; i < words.size(); ++i)
    if (!taken[i]) {
      if (kept != i) words[kept] = std::move(words[i]);
      ++kept;
    }
  words.resize(kept);
}

}  // namespace casewright
