#include "base/dates.h"

#include <array>
#include <charconv>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::array<std::string_view, 12> month_names{"January", "February", "March",     "April",   "May",      "June",
                                                       "July",    "August",   "September", "October", "November", "December"};

/// In small letters; papers of Wales have them ("3 Mawrth 2021").
constexpr std::array<std::string_view, 12> welsh_month_names{"ionawr",     "chwefror", "mawrth", "ebrill", "mai",      "mehefin",
                                                             "gorffennaf", "awst",     "medi",   "hydref", "tachwedd", "rhagfyr"};

bool leap(int year) { return (year % 4 == 0 && year % 100 != 0) || year % 400 == 0; }

int days_in_month(int year, int month) {
  constexpr std::array<int, 12> days{31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
  return month == 2 && leap(year) ? 29 : days[static_cast<std::size_t>(month - 1)];
}

/// Two digits with a leading zero.
std::string two(int value) { return (value < 10 ? "0" : "") + std::to_string(value); }

/// The number that is the whole of `digits`, or -1.
int number_of(std::string_view digits) {
  int value = -1;
  const auto [end, error] = std::from_chars(digits.data(), digits.data() + digits.size(), value);
  return error == std::errc() && end == digits.data() + digits.size() ? value : -1;
}

}  // namespace

bool valid(const Date& date) {
  if (date.year < 1850 || date.year > 2150) return false;
  if (date.month == 0) return date.day == 0;
  if (date.month < 1 || date.month > 12) return false;
  return date.day >= 0 && date.day <= days_in_month(date.year, date.month);
}

// Days from civil, after Howard Hinnant's published description of the proleptic Gregorian calendar.
std::int64_t day_number(const Date& date) {
  const int month = date.month == 0 ? 1 : date.month;
  const int day = date.day == 0 ? 1 : date.day;
  const std::int64_t year = date.year - (month <= 2);
  const std::int64_t era = (year >= 0 ? year : year - 399) / 400;
  const std::int64_t year_of_era = year - era * 400;
  const std::int64_t day_of_year = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
  const std::int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;
  return era * 146097 + day_of_era - 719468;
}

Date date_of_day_number(std::int64_t number) {
  number += 719468;
  const std::int64_t era = (number >= 0 ? number : number - 146096) / 146097;
  const std::int64_t day_of_era = number - era * 146097;
  const std::int64_t year_of_era =
      (day_of_era - day_of_era / 1460 + day_of_era / 36524 - day_of_era / 146096) / 365;
  const std::int64_t day_of_year = day_of_era - (365 * year_of_era + year_of_era / 4 - year_of_era / 100);
  const std::int64_t shifted = (5 * day_of_year + 2) / 153;
  const std::int64_t month = shifted + (shifted < 10 ? 3 : -9);
  Date date;
  date.year = static_cast<std::int16_t>(year_of_era + era * 400 + (month <= 2));
  date.month = static_cast<std::int8_t>(month);
  date.day = static_cast<std::int8_t>(day_of_year - (153 * shifted + 2) / 5 + 1);
  return date;
}

Date add_months(const Date& date, int months) {
  const int count = date.year * 12 + (date.month == 0 ? 0 : date.month - 1) + months;
  Date moved = date;
  moved.year = static_cast<std::int16_t>(count / 12);
  moved.month = static_cast<std::int8_t>(count % 12 + 1);
  const int most = days_in_month(moved.year, moved.month);
  if (moved.day > most) moved.day = static_cast<std::int8_t>(most);
  return moved;
}

int years_between(const Date& from, const Date& to) {
  const bool before_birthday = to.month < from.month || (to.month == from.month && to.day < from.day);
  return to.year - from.year - before_birthday;
}

int weekday(const Date& date) { return static_cast<int>(((day_number(date) + 3) % 7 + 7) % 7); }

std::string iso(const Date& date) {
  std::string text = std::to_string(date.year);
  if (date.month != 0) text += "-" + two(date.month);
  if (date.month != 0 && date.day != 0) text += "-" + two(date.day);
  return text;
}

std::string long_form(const Date& date) {
  if (date.day == 0) return month_and_year(date);
  return std::to_string(date.day) + " " + month_and_year(date);
}

std::string month_and_year(const Date& date) {
  if (date.month == 0) return std::to_string(date.year);
  return std::string(month_name(date.month)) + " " + std::to_string(date.year);
}

std::string_view month_name(int month) {
  return month < 1 || month > 12 ? std::string_view() : month_names[static_cast<std::size_t>(month - 1)];
}

int month_of_name(std::string_view word) {
  std::string lowered = ascii_lower(word);
  if (!lowered.empty() && lowered.back() == '.') lowered.pop_back();
  if (lowered == "sept") return 9;
  if (lowered.size() < 3) return 0;
  for (int month = 1; month <= 12; ++month) {
    const std::string full = ascii_lower(month_name(month));
    if (lowered == full || lowered == full.substr(0, 3) || lowered == welsh_month_names[static_cast<std::size_t>(month - 1)]) return month;
  }
  return 0;
}

std::optional<Date> date_from_iso(std::string_view text) {
  const auto parts = split(trim(text), '-');
  if (parts.size() > 3 || parts[0].size() != 4) return std::nullopt;
  for (std::size_t i = 1; i < parts.size(); ++i)
    if (parts[i].size() != 2) return std::nullopt;
  const int year = number_of(parts[0]);
  const int month = parts.size() > 1 ? number_of(parts[1]) : 0;
  const int day = parts.size() > 2 ? number_of(parts[2]) : 0;
  if (year < 0 || month < 0 || day < 0 || month > 12 || day > 31) return std::nullopt;
  if ((parts.size() > 1 && month == 0) || (parts.size() > 2 && day == 0)) return std::nullopt;
  const Date date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)};
  return valid(date) ? std::optional<Date>(date) : std::nullopt;
}

}  // namespace casewright
