#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace casewright {

/// A date as exact as it is known: month and day are 0 where they are not.
struct Date {
  std::int16_t year = 0;
  std::int8_t month = 0;
  std::int8_t day = 0;

  bool known() const { return year != 0; }
  bool exact() const { return day != 0; }
  auto operator<=>(const Date&) const = default;
};

/// True where the parts name a day, a month or a year that exists between 1850 and 2150.
bool valid(const Date& date);
/// Days since 1 January 1970; a missing month or day counts as the first.
std::int64_t day_number(const Date& date);
/// The day with that number.
Date date_of_day_number(std::int64_t number);
/// `date` moved by whole months, the day kept within the new month.
Date add_months(const Date& date, int months);
/// Whole years from `from` to `to`.
int years_between(const Date& from, const Date& to);
/// 0 for Monday to 6 for Sunday.
int weekday(const Date& date);

/// "2015-03-02", "2015-03" or "2015".
std::string iso(const Date& date);
/// "2 March 2015", "March 2015" or "2015".
std::string long_form(const Date& date);
/// "March 2015" or "2015": the day is left out.
std::string month_and_year(const Date& date);
/// The English name of a month from 1 to 12.
std::string_view month_name(int month);
/// 1 to 12 for a full or shortened English month name, or a full Welsh one, in any case ("Sept", "SEPTEMBER", "Mawrth"), else 0.
int month_of_name(std::string_view word);

/// Reads a date that is the whole of `text` in ISO form ("2015-03-02", "2015-03", "2015").
std::optional<Date> date_from_iso(std::string_view text);

/// How a date that was found in running text is written.
enum class DateForm { numeric, day_month_year, day_month, month_year, iso, weekday_only_with_day };

/// A date that stands somewhere in running text.
struct DateInText {
  Span span;
  Date date;      ///< year 0 where the text gives only day and month
  DateForm form = DateForm::numeric;
  bool several = false;  ///< "3-5 March": the last of several days
};

/// Every date in `text` in the order of reading, in the forms of DOMAIN.md 4.3: "7.10.03", "16/07/06",
/// "4 June 2004", "21st February 2013", "22 nd June 2021", "February 26th 2015", "Tuesday 12th October
/// 2010", "2015-03-02", "20150302", "the third of March 2015", "3-5 March 2015" (its last day); "28/2" and "04/03" where no share,
/// score or number of a thing is written so. Months with years ("March 2007") are given as `month_year`. Paragraph numbers
/// ("8.28", "1.1.1"), ranges of them and years with a footnote mark glued on are not dates. Two-digit years
/// below 40 are of this century.
std::vector<DateInText> find_dates(std::string_view text);

/// A clock time that stands somewhere in running text.
struct TimeInText {
  Span span;
  std::int16_t minute = 0;  ///< of the day
};

/// Every clock time in `text`: "8.43 am", "14:30", "9pm", "0915 hrs", "16.30 hours". A number with a stop, or of
/// four figures, needs am, pm or hours after it, or "at" before it, so that "8.28" stays a paragraph.
std::vector<TimeInText> find_times(std::string_view text);

/// How an age is put; `bare` has neither "old" nor "aged".
enum class AgeForm { old, aged, adjective, bare };

/// An age that tells days, weeks or months: "19 days old", "aged 4 years and 7 months", "a 6-week-old baby", "(3y 2m)", "was 5/52".
struct AgeInText {
  Span span;
  int years = 0, months = 0, weeks = 0, days = 0;
  AgeForm form = AgeForm::old;
};

/// Every age in `text` that is more exact than whole years.
std::vector<AgeInText> find_exact_ages(std::string_view text);

}  // namespace casewright
