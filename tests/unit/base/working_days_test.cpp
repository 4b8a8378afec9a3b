#include "base/working_days.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

Date day(const char* text) { return *date_from_iso(text); }

// Good Friday and Easter Monday of 2021.
const Holidays easter{{2021, 4, 2}, {2021, 4, 5}};

}  // namespace

TEST_CASE("working days leave out weekends and holidays") {
  CHECK(working_days_between(day("2021-03-12"), day("2021-03-15"), {}) == 1);
  CHECK(working_days_between(day("2021-03-12"), day("2021-03-14"), {}) == 0);
  CHECK(working_days_between(day("2021-04-01"), day("2021-04-06"), {}) == 3);
  CHECK(working_days_between(day("2021-04-01"), day("2021-04-06"), easter) == 1);
  CHECK(working_days_between(day("2019-05-23"), day("2019-06-04"), {{2019, 5, 27}}) == 7);
  CHECK(working_days_between(day("2021-04-06"), day("2021-04-01"), easter) == 0);
  CHECK(working_days_between(day("2021-04-06"), day("2021-04-06"), easter) == 0);
}

TEST_CASE("a list of holidays covers the years that it holds") {
  CHECK(covers(easter, day("2021-01-01"), day("2021-12-31")));
  CHECK_FALSE(covers(easter, day("2021-12-31"), day("2022-01-03")));
  CHECK_FALSE(covers({}, day("2021-01-01"), day("2021-12-31")));
}
