#include <catch2/catch.hpp>

#include "base/dates.h"

using namespace casewright;

namespace {

/// "2004-06-04@12-23" for each date found, with "?" for what is not told.
std::string dates(std::string_view text) {
  std::string all;
  for (const DateInText& each : find_dates(text)) {
    if (!all.empty()) all += " | ";
    all += std::string(text.substr(each.span.begin, each.span.length())) + " = " + std::to_string(each.date.year) + "-" +
           std::to_string(each.date.month) + "-" + std::to_string(each.date.day);
  }
  return all;
}

std::string times(std::string_view text) {
  std::string all;
  for (const TimeInText& each : find_times(text))
    all += (all.empty() ? "" : " | ") + std::string(text.substr(each.span.begin, each.span.length())) + " = " + std::to_string(each.minute);
  return all;
}

std::string ages(std::string_view text) {
  std::string all;
  for (const AgeInText& each : find_exact_ages(text))
    all += (all.empty() ? "" : " | ") + std::string(text.substr(each.span.begin, each.span.length())) + " = " + std::to_string(each.years) +
           "y" + std::to_string(each.months) + "m" + std::to_string(each.weeks) + "w" + std::to_string(each.days) + "d";
  return all;
}

}  // namespace

TEST_CASE("dates are found in the forms that reports use") {
  CHECK(dates("seen 7.10.03 at home") == "7.10.03 = 2003-10-7");
  CHECK(dates("27.10.03 On the day") == "27.10.03 = 2003-10-27");
  CHECK(dates("30.05.17, 07.09.18.") == "30.05.17 = 2017-5-30 | 07.09.18 = 2018-9-7");
  CHECK(dates("16/07/06 and 01/01/2012") == "16/07/06 = 2006-7-16 | 01/01/2012 = 2012-1-1");
  CHECK(dates("typed 22.05/16 wrongly") == "22.05/16 = 2016-5-22");
  CHECK(dates("on 4 June 2004.") == "4 June 2004 = 2004-6-4");
  CHECK(dates("21st February 2013; 15th of July, 2007") == "21st February 2013 = 2013-2-21 | 15th of July, 2007 = 2007-7-15");
  CHECK(dates("on 3\nrd March 2012 she") == "3\nrd March 2012 = 2012-3-3");
  CHECK(dates("22 nd June 2021") == "22 nd June 2021 = 2021-6-22");
  CHECK(dates("February 26 th 2015, February 26th 2015") == "February 26 th 2015 = 2015-2-26 | February 26th 2015 = 2015-2-26");
  CHECK(dates("on Tuesday 12th October 2010 he") == "Tuesday 12th October 2010 = 2010-10-12");
  CHECK(dates("Tuesday, the 12th of October") == "Tuesday, the 12th of October = 0-10-12");
  CHECK(dates("Wed 16/07/2014") == "Wed 16/07/2014 = 2014-7-16");
  CHECK(dates("2015-03-02 and 2015-03-02T10:00") == "2015-03-02 = 2015-3-2 | 2015-03-02 = 2015-3-2");
  CHECK(dates("March 2007 - February 2008") == "March 2007 = 2007-3-0 | February 2008 = 2008-2-0");
  CHECK(dates("By 31/12/2016") == "31/12/2016 = 2016-12-31");
  CHECK(dates("4 Sept. 2014, 4 Jan 14, 3rd Dec '09") == "4 Sept. 2014 = 2014-9-4 | 4 Jan 14 = 2014-1-4 | 3rd Dec '09 = 2009-12-3");
  CHECK(dates("on 3 May and March 4th") == "3 May = 0-5-3 | March 4th = 0-3-4");
  CHECK(dates("on Friday 13th she") == "Friday 13th = 0-0-13");
  CHECK(dates("4 June 20041") == "4 June 2004 = 2004-6-4");
}

TEST_CASE("what only looks like a date is none") {
  for (const char* text :
       {"8.28", "4-1 - 4-88", "1.1.1", "1.1.10 The family", "20131", "(mid 2010)", "paragraph 8.28 of 1.1.1.1", "section 17",
        "Children Act 1989", "at 8.43 am", "32.01.14", "30/02/2014", "01632 960114", "999 012 3457", "ZZ99 3AB", "3 may have been",
        "10 marched", "version 2.1.14.3", "2013/14", "1/2/3 children", "He may go. They marched 12 miles.", "section 3(1)(a)", "17.5.1"})
    CHECK(dates(text) == "");
  CHECK(dates("Then 1.4.10 was the day") == "1.4.10 = 2010-4-1");
}

TEST_CASE("clock times are found") {
  CHECK(times("at 8.43 am and 9pm") == "8.43 am = 523 | 9pm = 1260");
  CHECK(times("14:30, 2.15 p.m. and 0915 hrs") == "14:30 = 870 | 2.15 p.m. = 855 | 0915 hrs = 555");
  CHECK(times("16.30 hours; 12 am; 12:05pm") == "16.30 hours = 990 | 12 am = 0 | 12:05pm = 725");
  CHECK(times("8.28 of the 24 hours; a ratio 1:2; 7.10.03; 2013 hours a year") == "2013 hours = 1213");
  CHECK(times("in 2014, at 4 am I, 5 amps") == "4 am = 240");
}

TEST_CASE("ages that are too exact are found") {
  CHECK(ages("He was 19 days old.") == "19 days old = 0y0m0w19d");
  CHECK(ages("aged 4 years and 7 months") == "aged 4 years and 7 months = 4y7m0w0d");
  CHECK(ages("a six-week-old baby, 3 weeks and 2 days old") == "six-week-old = 0y0m6w0d | 3 weeks and 2 days old = 0y0m3w2d");
  CHECK(ages("aged four, 4 years old, three days later, two weeks old news") == "two weeks old = 0y0m2w0d");
}
