#include "base/working_days.h"

#include <algorithm>

namespace casewright {

bool is_working_day(const Date& day, const Holidays& holidays) {
  constexpr int saturday = 5;
  return weekday(day) < saturday && !std::binary_search(holidays.begin(), holidays.end(), day);
}

int working_days_between(const Date& from, const Date& to, const Holidays& holidays) {
  constexpr std::int64_t longest = 366 * 300;  // the years that a Date can hold
  const std::int64_t last = std::min(day_number(to), day_number(from) + longest);
  int days = 0;
  for (std::int64_t day = day_number(from) + 1; day <= last; ++day)
    days += is_working_day(date_of_day_number(day), holidays);
  return days;
}

bool covers(const Holidays& holidays, const Date& from, const Date& to) {
  return !holidays.empty() && holidays.front().year <= from.year && to.year <= holidays.back().year;
}

}  // namespace casewright
