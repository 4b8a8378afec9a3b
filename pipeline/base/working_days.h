#pragma once

#include <vector>

#include "base/dates.h"

namespace casewright {

/// The days besides Saturdays and Sundays on which nobody is counted as working, in order.
using Holidays = std::vector<Date>;

/// True for a weekday that is no holiday.
bool is_working_day(const Date& day, const Holidays& holidays);
/// Working days after `from` up to and with `to`: one from a Friday to the next Monday. 0 where `to` is not later.
int working_days_between(const Date& from, const Date& to, const Holidays& holidays);
/// True where the list holds holidays of every year from `from` to `to`.
bool covers(const Holidays& holidays, const Date& from, const Date& to);

}  // namespace casewright
