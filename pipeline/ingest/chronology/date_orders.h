#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "ingest/grids/grid.h"
#include "ingest/values/when.h"

namespace casewright {

/// How the date in one cell is to be read.
struct OrderOfDate {
  enum class Doubt : std::uint8_t {
    none,
    either,         ///< it can be read in two ways, and nothing tells which
    by_neighbours,  ///< only with the month first does it stand in the order of the rows
  };
  DateOrder order = DateOrder::day_first;
  Doubt doubt = Doubt::none;
};

/// Judges the numbers of a file's dates by those that can be read one way only and by the rows around them.
class DateOrders {
 public:
  /// Adds the cells of one column of dates, from the top down.
  void add(const std::vector<const Cell*>& column);
  /// True where every date that can be read one way only puts the month first.
  bool month_first() const { return month_first_ > 0 && day_first_ == 0; }
  /// The first cell that shows the month first; null where none does.
  const Cell* shown_by() const { return shown_by_; }
  /// Weighs the cells that can be read in two ways, where the file has dates of both orders.
  void settle();
  OrderOfDate of(const Cell& cell) const;

 private:
  void weigh(const std::vector<const Cell*>& column);

  std::vector<std::vector<const Cell*>> columns_;
  std::size_t day_first_ = 0, month_first_ = 0;
  const Cell* shown_by_ = nullptr;
  std::map<const Cell*, OrderOfDate> doubtful_;
};

}  // namespace casewright
