#include "ingest/chronology/dates_above.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

/// The day that a cell comes to below those, or nothing.
std::string completed(DatesAbove& above, std::string_view cell) {
  WhenRead read = read_when(cell);
  above.complete(read, cell, DateOrder::day_first);
  above.take(read.when);
  if (!read.when.from.known()) return "";
  return iso(read.when.from) + (read.when.to.known() ? " to " + iso(read.when.to) : "") + (read.when.uncertain ? " ?" : "");
}

}  // namespace

TEST_CASE("a date without its year takes it from the band or the row above") {
  DatesAbove above;
  CHECK(completed(above, "3 March") == "");
  CHECK(above.take_band("2018"));
  CHECK(completed(above, "3/4\n(14:35hrs)") == "2018-04-03");
  CHECK(completed(above, "12 & 13 March") == "2018-03-12 to 2018-03-13");
  CHECK(completed(above, "w/c 9 April") == "2018-04-09 to 2018-04-15");
  CHECK(above.take_band("School year 2018/19"));
  CHECK(completed(above, "4 October") == "2018-10-04");
  CHECK(completed(above, "4 February") == "2019-02-04");
  CHECK_FALSE(above.take_band("Year 8"));
  CHECK_FALSE(above.take_band("From 2012 and again in 2018"));
}

TEST_CASE("a date without its year keeps the order of its rows") {
  DatesAbove above;
  completed(above, "20/11/2018");
  CHECK(completed(above, "18 Dec") == "2018-12-18 ?");
  CHECK(completed(above, "9 Dec") == "2018-12-09 ?");   // entered late
  CHECK(completed(above, "7 January") == "2019-01-07 ?");
  CHECK(completed(above, "Mon 4 Feb") == "2019-02-04");  // it was a Monday
  CHECK(completed(above, "6th") == "2019-02-06 ?");
  CHECK(completed(above, "2nd") == "2019-03-02 ?");
  CHECK(completed(above, "\"") == "2019-03-02");
  CHECK(completed(above, "3/4/19 & 4/4/19") == "2019-04-03 to 2019-04-04");
  CHECK(completed(above, "discussed at length") == "");
}

TEST_CASE("rows may stand with the newest first") {
  DatesAbove above;
  completed(above, "20/02/2019");
  completed(above, "14/02/2019");
  CHECK(completed(above, "3 Jan") == "2019-01-03 ?");
  CHECK(completed(above, "19 Dec") == "2018-12-19 ?");
}
