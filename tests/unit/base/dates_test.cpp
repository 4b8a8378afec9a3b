#include "base/dates.h"

#include <catch2/catch.hpp>

using namespace casewright;

TEST_CASE("a day number turns back into its day") {
  for (std::int64_t number = -40000; number < 60000; number += 17) {
    const Date date = date_of_day_number(number);
    CHECK(valid(date));
    CHECK(day_number(date) == number);
  }
  CHECK(day_number(Date{1970, 1, 1}) == 0);
  CHECK(weekday(Date{2015, 2, 24}) == 1);
}

TEST_CASE("ISO dates are read to the precision they have") {
  CHECK(date_from_iso("2015-03-02") == Date{2015, 3, 2});
  CHECK(date_from_iso("2015-03") == Date{2015, 3, 0});
  CHECK(date_from_iso("2015") == Date{2015, 0, 0});
  CHECK_FALSE(date_from_iso("2015-02-29"));
  CHECK_FALSE(date_from_iso("2015-13"));
  CHECK_FALSE(date_from_iso("15-03-02"));
}

TEST_CASE("months are moved within the calendar") {
  CHECK(add_months(Date{2015, 1, 31}, 1) == Date{2015, 2, 28});
  CHECK(add_months(Date{2015, 11, 30}, 14) == Date{2017, 1, 30});
  CHECK(years_between(Date{2007, 7, 15}, Date{2015, 7, 14}) == 7);
}
