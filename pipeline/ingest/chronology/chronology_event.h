#pragma once

#include <array>
#include <cstdint>
#include <initializer_list>
#include <string>
#include <vector>

#include "ingest/papers/columns.h"
#include "ingest/chronology/date_orders.h"
#include "ingest/chronology/dates_above.h"
#include "model/case.h"

namespace casewright {

/// Gathers the faults of one file; those that many rows share become one that lists the rows.
class Teller {
 public:
  enum class Note : std::uint8_t { not_known, continued, dated_above, no_heading, serial, either_order, other_order, year_of_band, date_of_row, weekday_agrees, ditto };

  explicit Teller(Path file) : file_(std::move(file)) {}

  /// Names the table in the faults that follow; nothing where the file has only one.
  void place(std::string name) { place_ = std::move(name); }
  void tell(std::uint32_t row, std::uint32_t column, std::string what, std::string hint);
  void note(Note note, std::uint32_t row);
  /// Writes the notes of the table that ends here.
  void settle();
  Faults take() { return std::move(faults_); }

 private:
  Path file_;
  std::string place_;
  Faults faults_;
  std::array<std::vector<std::uint32_t>, 11> noted_;
};

/// A cell of a row with its column; a cell merged over several rows belongs to each of them.
struct RowCell {
  const Cell* cell;
  const Column* column;  ///< null where the table has no heading there
  bool own;              ///< begins in this row
};

/// What a row has in each column.
struct RowCells {
  const Row* row;
  std::vector<RowCell> cells;

  bool has(Field field) const;
  bool own(Field field) const;
  /// True where the row has a cell of its own in any other column than these.
  bool own_beside(std::initializer_list<Field> fields) const;
};

/// The event that a row tells, its date told where it cannot be read; id, agency and origin are left open. `above` completes its date and takes it.
Event event_of_row(const RowCells& cells, const DateOrders& orders, DatesAbove& above, Teller& teller);
/// Adds words to the text of an event that a column of that field fills. False where no text of it does.
bool add_words(Event& event, Field field, std::string_view words);
/// Adds what a row says to the event that it continues.
void append_row(Event& event, const RowCells& cells);
}  // namespace casewright
