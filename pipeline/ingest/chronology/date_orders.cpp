#include "ingest/chronology/date_orders.h"

#include <cmath>
#include <optional>

namespace casewright {
namespace {

/// The days that a cell may mean, as numbers: the same twice where it can be read one way only.
struct Days {
  std::int64_t day_first = 0, month_first = 0;
  bool certain() const { return day_first == month_first; }
};

std::optional<Days> days_of(const Cell& cell) {
  if (cell.kind == CellKind::date || cell.kind == CellKind::date_time) {
    const auto day = static_cast<std::int64_t>(std::floor(cell.number));
    return Days{day, day};
  }
  if (cell.kind != CellKind::text) return std::nullopt;
  const Date day_first = read_when(cell.text, DateOrder::day_first).when.from;
  const Date month_first = read_when(cell.text, DateOrder::month_first).when.from;
  if (!day_first.known() || !month_first.known()) return std::nullopt;
  return Days{day_number(day_first), day_number(month_first)};
}

/// 1 where the certain dates of a column rise from row to row, -1 where they fall, 0 where they do neither plainly.
int direction_of(const std::vector<Days>& days) {
  std::size_t rising = 0, falling = 0;
  std::optional<std::int64_t> last;
  for (const Days& each : days) {
    if (!each.certain()) continue;
    if (last && each.day_first > *last) ++rising;
    if (last && each.day_first < *last) ++falling;
    last = each.day_first;
  }
  if (rising >= 2 && rising >= 4 * falling) return 1;
  return falling >= 2 && falling >= 4 * rising ? -1 : 0;
}

/// True where a day stands between those before and behind it, as the direction has it.
bool in_order(std::int64_t day, std::optional<std::int64_t> before, std::optional<std::int64_t> behind, int direction) {
  if (direction == 0) return true;
  return (!before || (day - *before) * direction >= 0) && (!behind || (*behind - day) * direction >= 0);
}

}  // namespace

void DateOrders::add(const std::vector<const Cell*>& column) {
  columns_.push_back(column);
  for (const Cell* each : column) {
    const int shown = each->kind == CellKind::text ? order_shown(each->text) : 0;
    if (shown > 0) ++day_first_;
    if (shown < 0 && month_first_++ == 0) shown_by_ = each;
  }
}

void DateOrders::weigh(const std::vector<const Cell*>& column) {
  std::vector<Days> days;
  std::vector<const Cell*> cells;
  for (const Cell* each : column)
    if (const std::optional<Days> read = days_of(*each)) {
      days.push_back(*read);
      cells.push_back(each);
    }
  const int direction = direction_of(days);
  // A single slip of the pen puts no doubt on hundreds of dates that stand in order as they are.
  const bool often = month_first_ * 10 >= month_first_ + day_first_;
  std::vector<std::optional<std::int64_t>> behind(days.size() + 1);
  for (std::size_t i = days.size(); i-- > 0;) behind[i] = days[i].certain() ? std::optional(days[i].day_first) : behind[i + 1];
  std::optional<std::int64_t> before;
  for (std::size_t i = 0; i < days.size(); ++i) {
    if (days[i].certain()) {
      before = days[i].day_first;
      continue;
    }
    const bool day_fits = in_order(days[i].day_first, before, behind[i + 1], direction);
    const bool month_fits = in_order(days[i].month_first, before, behind[i + 1], direction);
    if (month_fits && !day_fits) doubtful_[cells[i]] = {DateOrder::month_first, OrderOfDate::Doubt::by_neighbours};
    else if (month_fits == day_fits && often) doubtful_[cells[i]] = {DateOrder::day_first, OrderOfDate::Doubt::either};
  }
}

void DateOrders::settle() {
  if (day_first_ == 0 || month_first_ == 0) return;
  for (const std::vector<const Cell*>& each : columns_) weigh(each);
}

OrderOfDate DateOrders::of(const Cell& cell) const {
  const auto found = doubtful_.find(&cell);
  if (found != doubtful_.end()) return found->second;
  return {month_first() ? DateOrder::month_first : DateOrder::day_first, OrderOfDate::Doubt::none};
}

}  // namespace casewright
