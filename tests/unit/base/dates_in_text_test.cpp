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

TEST_CASE("several days of a month are one date, the last of them") {
  CHECK(dates("on 3-5 March 2022") == "3-5 March 2022 = 2022-3-5");
  CHECK(dates("3rd\xE2\x80\x93" "5th March 2022") == "3rd\xE2\x80\x93" "5th March 2022 = 2022-3-5");
  CHECK(dates("3rd to the 5th of March") == "3rd to the 5th of March = 0-3-5");
  CHECK(dates("3/10/17 March 2022; 3, 10 & 17 March") == "3/10/17 March 2022 = 2022-3-17 | 3, 10 & 17 March = 0-3-17");
  CHECK(dates("in room 3, 4 March 2022") == "4 March 2022 = 2022-3-4");
  CHECK(dates("of 5 to 3 March 2022") == "3 March 2022 = 2022-3-3");
  CHECK(dates("3rd to 9th centile") == "");
}

TEST_CASE("dates without marks, with other marks and in words are found") {
  CHECK(dates("20220303, 03032022, 2022.03.03") == "20220303 = 2022-3-3 | 03032022 = 2022-3-3 | 2022.03.03 = 2022-3-3");
  CHECK(dates("DOB: 030322, seen on 040322, 3\\3\\22") == "030322 = 2022-3-3 | 040322 = 2022-3-4 | 3\\3\\22 = 2022-3-3");
  CHECK(dates("the third of March 2022") == "the third of March 2022 = 2022-3-3");
  CHECK(dates("Friday, the twenty-first of May") == "Friday, the twenty-first of May = 0-5-21");
  CHECK(dates("the third day of March") == "the third day of March = 0-3-3");
  CHECK(dates("the third of four; the first of march; ring on 030322; version 2022.03.03; 20221303") == "");
}

TEST_CASE("a day with its month as a number is found where nothing else is written so") {
  CHECK(dates("born 17/5; nicked 22/10; moved to 28/2; H/V 26/11") == "17/5 = 0-5-17 | 22/10 = 0-10-22 | 28/2 = 0-2-28 | 26/11 = 0-11-26");
  CHECK(dates("on 3/3, on 03/03/22 and 04/03, Sat 3/4") == "3/3 = 0-3-3 | 03/03/22 = 2022-3-3 | 04/03 = 0-3-4 | Sat 3/4 = 0-4-3");
  for (const char* text : {"24/7", "on 24/7 cover", "3/4", "17/20", "14/7", "for 18/12", "in 05/06", "21/2 years", "room 17/5", "page 17/5", "17/5 of them", "3/3/", "17/5%"})
    CHECK(dates(text) == "");
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

TEST_CASE("clock times without a mark are found where words say so") {
  CHECK(times("dead at 07.02 and at about 1635") == "07.02 = 422 | 1635 = 995");
  CHECK(times("16:35, 1635 and 16.40") == "16:35 = 995 | 1635 = 995 | 16.40 = 1000");
  CHECK(times("Thurs 26 Oct 2.45") == "2.45 = 885");
  CHECK(times("2022-03-03T10:30:00Z") == "10:30:00Z = 630");
  for (const char* text : {"8.28", "1635", "stood at 1635", "at 13.40 per cent", "at 2013", "a ratio of 1:20", "John 3:16", "26 October 2.45 kg", "version 10.30"})
    CHECK(times(text) == "");
}

TEST_CASE("brief ages and those that nothing calls an age are found") {
  CHECK(ages("He was 3 yrs 2 mths when seen") == "3 yrs 2 mths = 3y2m0w0d");
  CHECK(ages("3y 2m; 5y4m; 5m 4d") == "3y 2m = 3y2m0w0d | 5y4m = 5y4m0w0d | 5m 4d = 0y5m0w4d");
  CHECK(ages("Jo, 8 years and 1 month, and (8 years 1 month)") == "8 years and 1 month = 8y1m0w0d | 8 years 1 month = 8y1m0w0d");
  CHECK(ages("was 8 years 1 month and 3 days.") == "8 years 1 month and 3 days = 8y1m0w3d");
  CHECK(ages("3/12 old, was 5/52, 10/7 old, aged 8 1/12, was 8;1") == "3/12 old = 0y3m0w0d | 5/52 = 0y0m5w0d | 10/7 old = 0y0m0w10d | aged 8 1/12 = 8y1m0w0d | 8;1 = 8y1m0w0d");
  CHECK(ages("aged 11 wks + 2 days; 16 DAYS OLD") == "aged 11 wks + 2 days = 0y0m11w2d | 16 DAYS OLD = 0y0m0w16d");
  CHECK(ages("at the age of 8 years and 27 days; twenty-two months of age") == "8 years and 27 days = 8y0m0w27d | twenty-two months of age = 0y22m0w0d");
  CHECK(ages("He was three and a quarter. She is aged 3\xC2\xBE years.") == "three and a quarter = 3y3m0w0d | aged 3\xC2\xBE years = 3y9m0w0d");
  for (const char* text : {"was three and a quarter miles", "was eight and a half", "for 3 years and 2 months", "for 3y 2m", "waited 2 yrs 3 mths", "the sentence was 3 years and 2 months", "it was 2 years and 3 months", "was 2 years and 3 weeks later",
                           "3 years and 2 months after", "for 10/7", "in 5/52", "in 3/12", "two years and three months' custody", "aged 8", "8 years old", "was 24/7", "5 m 40"})
    CHECK(ages(text) == "");
}

TEST_CASE("ages that are too exact are found") {
  CHECK(ages("He was 19 days old.") == "19 days old = 0y0m0w19d");
  CHECK(ages("aged 4 years and 7 months") == "aged 4 years and 7 months = 4y7m0w0d");
  CHECK(ages("a six-week-old baby, 3 weeks and 2 days old") == "six-week-old = 0y0m6w0d | 3 weeks and 2 days old = 0y0m3w2d");
  CHECK(ages("aged four, 4 years old, three days later, two weeks old news") == "two weeks old = 0y0m2w0d");
}
