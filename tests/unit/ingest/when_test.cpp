#include "ingest/values/when.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

/// "2014-03-03", "~2014-01..2014-04 14:30", "none".
std::string shown(std::string_view cell, DateOrder order = DateOrder::day_first) {
  const When when = read_when(cell, order).when;
  std::string text = when.uncertain ? "~" : "";
  text += when.from.known() ? iso(when.from) : "none";
  if (when.to.known()) text += ".." + iso(when.to);
  if (when.minute >= 0) text += " " + std::to_string(when.minute / 60) + ":" + (when.minute % 60 < 10 ? "0" : "") + std::to_string(when.minute % 60);
  return text;
}

struct Sample {
  const char* cell;
  const char* expected;
};

using Problem = WhenRead::Problem;

}  // namespace

TEST_CASE("a date cell is read in every form that agencies use") {
  const Sample samples[] = {
      {"7.10.03", "2003-10-07"}, {"27.10.03", "2003-10-27"}, {"30.05.17", "2017-05-30"}, {"16/07/06", "2006-07-16"},
      {"01/01/2012", "2012-01-01"}, {"4 June 2004", "2004-06-04"}, {"21st February 2013", "2013-02-21"},
      {"3\nrd March 2012", "2012-03-03"}, {"22 nd June 2021", "2021-06-22"}, {"February 26 th 2015", "2015-02-26"},
      {"February 26th, 2015", "2015-02-26"}, {"Tuesday 12th October 2010", "2010-10-12"}, {"Mon 3 Mar 14", "2014-03-03"},
      {"Mon. 3 Mar '14", "2014-03-03"}, {"3-Mar-14", "2014-03-03"}, {"3rd of March 2012", "2012-03-03"}, {"22.05/16", "2016-05-22"},
      {"22 / 05 / 16", "2016-05-22"}, {"2014-03-02", "2014-03-02"}, {"2014/03/02", "2014-03-02"}, {"20140302", "2014-03-02"},
      {"02032014", "2014-03-02"}, {"12/03/\n2014", "2014-03-12"}, {"March 2014", "2014-03"}, {"Mar-14", "2014-03"}, {"03/2014", "2014-03"},
      {"2014-03", "2014-03"}, {"2014", "2014"}, {"20131", "2013"}, {"3 March 20141", "2014-03-03"}, {"02/03/45", "1945-03-02"},
      {"41700", "2014-03-02"}, {"41700.5", "2014-03-02 12:00"}, {"30\xE2\x80\x93" "05\xE2\x80\x93" "2017", "2017-05-30"}};
  for (const Sample& each : samples) CHECK((each.cell + std::string(" = ") + shown(each.cell)) == each.cell + std::string(" = ") + each.expected);
}

TEST_CASE("periods keep both ends and doubts are kept") {
  const Sample samples[] = {
      {"18-19/3/15", "2015-03-18..2015-03-19"}, {"18-19/03/15", "2015-03-18..2015-03-19"}, {"18 - 19/03/2015", "2015-03-18..2015-03-19"},
      {"18 to 19.3.15", "2015-03-18..2015-03-19"}, {"24 to 25 June 2019", "2019-06-24..2019-06-25"}, {"01/02-05/02/14", "2014-02-01..2014-02-05"},
      {"12-14 March 2014", "2014-03-12..2014-03-14"}, {"3rd and 4th March 2014", "2014-03-03..2014-03-04"}, {"March 2007 - February 2008", "2007-03..2008-02"},
      {"March \xE2\x80\x93 May 2014", "2014-03..2014-05"}, {"28 Feb - 3 March 2014", "2014-02-28..2014-03-03"}, {"30 Dec to 2 Jan 2014", "2013-12-30..2014-01-02"},
      {"01/02/14 to 05/02/14", "2014-02-01..2014-02-05"}, {"01/02/14-05/02/14", "2014-02-01..2014-02-05"}, {"01/02 - 05/02/14", "2014-02-01..2014-02-05"},
      {"between 1 May 2014 and 6 June 2014", "2014-05-01..2014-06-06"}, {"2013/14", "2013..2014"}, {"2012 - 2014", "2012..2014"}, {"2015-01-13/2015-01-19", "2015-01-13..2015-01-19"},
      {"w/c 03/03/14", "2014-03-03..2014-03-09"}, {"week commencing Monday 3 March 2014", "2014-03-03..2014-03-09"},
      {"early 2014", "~2014-01..2014-04"}, {"mid 2010", "~2010-05..2010-08"}, {"(mid 2010)", "~2010-05..2010-08"}, {"late March 2014", "~2014-03-21..2014-03-31"},
      {"Mid-March 2014", "~2014-03-11..2014-03-20"}, {"summer 2013", "~2013-06..2013-08"}, {"Winter 2013/14", "~2013-12..2014-02"}, {"Christmas 2012", "~2012-12"},
      {"? 03/03/14", "~2014-03-03"}, {"?03/03/14", "~2014-03-03"}, {"03/03/14?", "~2014-03-03"}, {"approx 03/03/14", "~2014-03-03"}, {"c. March 2014", "~2014-03"},
      {"circa 2014", "~2014"}, {"?/03/2014", "~2014-03"}, {"2pm, c.3 March 2014", "~2014-03-03 14:00"}};
  for (const Sample& each : samples) CHECK((each.cell + std::string(" = ") + shown(each.cell)) == each.cell + std::string(" = ") + each.expected);
}

TEST_CASE("a time beside a date is read") {
  const Sample samples[] = {
      {"03/03/14 14:30", "2014-03-03 14:30"}, {"03/03/14 14.30", "2014-03-03 14:30"}, {"03/03/2014\n2.15pm", "2014-03-03 14:15"}, {"3 March 2014 8.43 am", "2014-03-03 8:43"},
      {"03/03/14 1430hrs", "2014-03-03 14:30"}, {"14:30 on 03/03/14", "2014-03-03 14:30"}, {"2014-03-03T14:30:00Z", "2014-03-03 14:30"}, {"2014-03-03 14:30:00.000", "2014-03-03 14:30"},
      {"3 March 2014, 12 noon", "2014-03-03 12:00"}, {"03/03/14 am", "2014-03-03"}, {"3 March 14:30", "none 14:30"}};
  for (const Sample& each : samples) CHECK((each.cell + std::string(" = ") + shown(each.cell)) == each.cell + std::string(" = ") + each.expected);
  CHECK(read_time("14:30") == 870);
  CHECK(read_time("14.30") == 870);
  CHECK(read_time("2.15pm") == 855);
  CHECK(read_time("2:15 p.m.") == 855);
  CHECK(read_time("1430hrs") == 870);
  CHECK(read_time("1430") == 870);
  CHECK(read_time("0.604166") == 870);
  CHECK(read_time("12am") == 0);
  CHECK(read_time("approx 9am") == 540);
  CHECK(read_time("14:30-15:00") == 870);
  CHECK(read_time("morning") == -1);
  CHECK(read_time("25:99") == -1);
}

TEST_CASE("what is no date is told and not guessed") {
  const auto problem = [](std::string_view cell) { return read_when(cell).problem; };
  CHECK(problem("31/02/2014") == Problem::impossible);
  CHECK(problem("31 June 2014") == Problem::impossible);
  CHECK(problem("00/03/2014") == Problem::impossible);
  CHECK(problem("undated") == Problem::not_known);
  CHECK(problem("N/K") == Problem::not_known);
  CHECK(problem("Not dated") == Problem::not_known);
  CHECK(problem("Background") == Problem::no_date);
  CHECK(problem("8.28") == Problem::no_date);
  CHECK(problem("3 March") == Problem::no_year);
  CHECK(problem("05/02/14 to 01/02/14") == Problem::backwards);
  CHECK(problem("13-1 September 2014") == Problem::backwards);
  CHECK_FALSE(read_when("13/1sep 2013").when.to.known());
  CHECK(problem("03/25/14") == Problem::other_order);
  CHECK(shown("03/25/14") == "2014-03-25");
  CHECK(problem("03/03/14\n05/03/14") == Problem::several);
  CHECK(shown("03/03/14\n05/03/14") == "2014-03-03");
  CHECK(problem("03/03/14, 05/03/14 & 07/03/14") == Problem::several);
  CHECK(problem("03/03/14 (Monday 3 March 2014)") == Problem::none);
  CHECK(read_when("03/03/14 home visit").remark);
  CHECK_FALSE(read_when("Mon 03/03/14 at 14:30 hrs").remark);
  CHECK(problem("") == Problem::no_date);
}

TEST_CASE("the order of day and month is shown by numbers above twelve") {
  CHECK(order_shown("25/03/14") == 1);
  CHECK(order_shown("03/25/14") == -1);
  CHECK(order_shown("03/04/14") == 0);
  CHECK(order_shown("05/11/14, 06/11/14") == 0);
  CHECK(order_shown("2015-01-13/2015-01-19") == 0);
  CHECK(order_shown("2015-01-13") == 0);
  CHECK(order_shown("05/11/14/06/11/14") == 0);
  CHECK(shown("03/04/14", DateOrder::month_first) == "2014-03-04");
  CHECK(shown("3.4.14", DateOrder::day_first) == "2014-04-03");
}
