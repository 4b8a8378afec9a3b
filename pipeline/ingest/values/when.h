#pragma once

#include <string>
#include <string_view>

#include "base/dates.h"
#include "model/case.h"

namespace casewright {

/// Which number comes first in 03/04/14.
enum class DateOrder : std::uint8_t { day_first, month_first };

/// What was found in a date cell.
struct WhenRead {
  enum class Problem : std::uint8_t {
    none,
    no_date,       ///< nothing in it is a date
    not_known,     ///< it says that the date is not known: "n/k", "undated"
    impossible,    ///< 31/02/2014
    no_year,       ///< "3 March"
    backwards,     ///< a period that ends before it begins
    other_order,   ///< one of 03/25/14 in a file of days first: the numbers were swapped
    several,       ///< dates beyond the first that are no period
  };
  When when;
  Problem problem = Problem::none;
  bool remark = false;   ///< words stand beside the date that are no part of it
  bool serial = false;   ///< a spreadsheet's day number
};

/// Reads a date cell: one date in any of the forms agencies use, a period, a part of a month or year, with or
/// without a time, with or without a mark of doubt. `when.written` is the cell as it stands;
/// `year` is that of dates which do not tell theirs, 0 where nothing is known.
WhenRead read_when(std::string_view cell, DateOrder order = DateOrder::day_first, int year = 0);

/// Minutes after midnight of "14:30", "14.30", "2.15pm", "1430hrs", "noon"; -1 where no time can be read.
int read_time(std::string_view cell);

/// Which order a date cell proves: 1 day first (25/03/14), -1 month first (03/25/14), 0 neither.
int order_shown(std::string_view cell);

/// Days since 1970 of a spreadsheet's day number; in the 1900 system the day that never was, 29 February
/// 1900, is skipped.
double days_of_serial(double serial, bool from_1904);

}  // namespace casewright
