#pragma once

#include <string>
#include <vector>

#include "base/dates.h"

namespace casewright {

/// A whole day of a calendar with what is due on it.
struct CalendarDay {
  std::string id;  ///< unique in the file and the same each time it is written
  Date day;
  std::string summary, description;
};

/// A calendar file (RFC 5545) that Outlook and other calendars open; `written` is the day it is made on.
std::string write_calendar(const std::vector<CalendarDay>& days, const Date& written);

}  // namespace casewright
