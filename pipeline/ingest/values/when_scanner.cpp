#include "ingest/values/when_scanner.h"

#include <algorithm>
#include <array>

namespace casewright {
namespace {

Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)};
}

Date last_day_of(const Date& month) {
  return date_of_day_number(day_number(add_months(make_date(month.year, month.month, 1), 1)) - 1);
}

}  // namespace

/// True where the token is the hour of a time rather than a year or a day.
bool WhenScanner::begins_time(std::size_t at) const {
  if (is(at + 1, ":")) return true;
  if (!has(at + 1)) return false;
  if (tokens_[at].text.size() <= 2 && among({"am", "pm"}, tokens_[at + 1].text)) return true;
  return among({"hrs", "hr", "hours", "h"}, tokens_[at + 1].text);
}

/// The year that stands at a token: four digits, five with a footnote's mark, or two where `short_too`; else 0.
int WhenScanner::year(std::size_t at, bool short_too) const {
  if (!has(at) || tokens_[at].kind != WhenToken::Kind::number) return 0;
  // After a day and a month as numbers there is no hour: "03/03/14 am".
  const bool after_numbers = at >= 4 && separator(at - 1) && number(at - 2, 1, 2) && separator(at - 3) && number(at - 4, 1, 2);
  if (!after_numbers && begins_time(at)) return 0;
  const std::size_t digits = tokens_[at].text.size();
  if (digits == 2 && short_too) return value(at) < 40 ? 2000 + value(at) : 1900 + value(at);
  const int whole = digits == 5 ? value(at) / 10 : value(at);
  return (digits == 4 || digits == 5) && whole >= 1850 && whole <= 2150 ? whole : 0;
}

DayFound WhenScanner::finish(DayFound point, int year, int month, int day, std::size_t next) const {
  if (year == 0) year = year_;
  point.date = make_date(year, month, day);
  point.next = next;
  point.no_year = year == 0;
  const Date tried = point.no_year ? make_date(2000, month, day) : point.date;
  if (month > 12 || day > 31 || month < 0 || !valid(tried)) point.impossible = true;
  return point;
}

bool WhenScanner::three_numbers(std::size_t at) const {
  if (!number(at, 1, 2) || !separator(at + 1) || !number(at + 2, 1, 2) || !separator(at + 3)) return false;
  // "09.15 - 10" are two times of day.
  if (tokens_[at + 1].text != tokens_[at + 3].text && !tokens_[at + 3].glued) return false;
  // "01/02-05/02/14" is a period whose first date leaves out the year.
  if (tokens_[at + 1].text != tokens_[at + 3].text && three_numbers(at + 4)) return false;
  // "18-19/03/15" are two days of one month.
  if (is(at + 1, "-") && !is(at + 3, "-") && three_numbers(at + 2)) return false;
  return year(at + 4, true) != 0;
}

std::optional<DayFound> WhenScanner::numeric(std::size_t at) const {
  if (!three_numbers(at)) return std::nullopt;
  int day = value(at), month = value(at + 2);
  if (order_ == DateOrder::month_first) std::swap(day, month);
  DayFound point;
  if (month > 12 && day <= 12 && day > 0) {
    std::swap(day, month);
    point.swapped = true;
  }
  if (month == 0 || day == 0) point.impossible = true;
  return finish(point, year(at + 4, true), month, day, at + 5);
}

std::optional<DayFound> WhenScanner::year_first(std::size_t at) const {
  if (!number(at, 4, 4) || !separator(at + 1) || !number(at + 2, 1, 2)) return std::nullopt;
  const int from = year(at, false);
  if (from == 0) return std::nullopt;
  if (separator(at + 3) && number(at + 4, 1, 2) && !is(at + 5, ":")) {
    DayFound point;
    if (value(at + 2) == 0 || value(at + 4) == 0) point.impossible = true;
    point.year_leads = true;
    return finish(point, from, value(at + 2), value(at + 4), at + 5);
  }
  // 2013/14 is a school's or an office's year; 2011-12 may also be December, and the period covers both.
  if (tokens_[at + 2].text.size() == 2 && value(at + 2) == (from + 1) % 100) {
    DayFound point;
    point.to = make_date(from + 1, 0, 0);
    point.uncertain = value(at + 2) <= 12;
    return finish(point, from, 0, 0, at + 3);
  }
  if (value(at + 2) < 1 || value(at + 2) > 12 || is(at + 3, ":")) return std::nullopt;
  return finish({}, from, value(at + 2), 0, at + 3);
}

/// 20140303 and 03032014.
std::optional<DayFound> WhenScanner::digits_only(std::size_t at) const {
  if (!number(at, 8, 8)) return std::nullopt;
  const int all = value(at);
  const Date year_leads = make_date(all / 10000, all / 100 % 100, all % 100);
  const Date day_leads = make_date(all % 10000, all / 10000 % 100, all / 1000000);
  for (const Date& each : {year_leads, day_leads})
    if (each.month > 0 && each.month <= 12 && each.day > 0 && valid(each)) return finish({}, each.year, each.month, each.day, at + 1);
  return std::nullopt;
}

/// 03/2014 is a month; 03/14 most likely one; 3/4 a day without its year.
std::optional<DayFound> WhenScanner::two_numbers(std::size_t at) const {
  if (!number(at, 1, 2) || !separator(at + 1) || is(at + 1, ",") || !has(at + 2) || is(at + 3, ":")) return std::nullopt;
  const int first = value(at);
  if (const int whole = year(at + 2, false); whole != 0 && first >= 1 && first <= 12) return finish({}, whole, first, 0, at + 3);
  if (!number(at + 2, 1, 2) || !is(at + 1, "/")) return std::nullopt;
  const int second = value(at + 2);
  if (first >= 1 && first <= 12 && second > 12) {
    DayFound point;
    point.uncertain = true;
    return finish(point, year(at + 2, true), first, 0, at + 3);
  }
  if (first >= 1 && first <= 31 && second >= 1 && second <= 12) return finish({}, 0, second, first, at + 3);
  return std::nullopt;
}

/// The month of the "ix" in 3.ix.14; 0 where it stands otherwise.
int WhenScanner::roman_month(std::size_t at) const {
  constexpr std::array<std::string_view, 12> numerals{"i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii"};
  if (at == 0 || !separator(at - 1) || !separator(at + 1)) return 0;
  const auto found = std::find(numerals.begin(), numerals.end(), std::string_view(tokens_[at].text));
  return found == numerals.end() ? 0 : static_cast<int>(found - numerals.begin()) + 1;
}

/// "3rd of March 2012", "3-Mar-14", "3.iii.14", "3 March".
std::optional<DayFound> WhenScanner::day_and_month(std::size_t at) const {
  if (!number(at, 1, 2)) return std::nullopt;
  const std::size_t name = skip(skip_ordinal(at + 1), {"of", "-", "/", ".", ","});
  int named = month(name);
  if (named == 0) named = roman_month(name);
  if (named == 0) return std::nullopt;
  const std::size_t after = skip(name + 1, {"-", "/", ".", ",", "'", "of"});
  DayFound point;
  if (value(at) == 0) point.impossible = true;
  const int found = year(after, true);
  // "3 March - 14 April 2014" and "3 March 14.30" hold no year of two digits.
  const bool short_year = number(after, 2, 2);
  const bool not_a_year = short_year && (month(skip(skip_ordinal(after + 1), {"of", "-", "/"})) != 0 ||
                                         (is(after + 1, ".") && number(after + 2, 2, 2)));
  if (found != 0 && !not_a_year) return finish(point, found, named, value(at), after + 1);
  return finish(point, 0, named, value(at), name + 1);
}

/// "12-14 March 2014", "3rd and 4th March 2014", "18, 19 and 20 June 2014", "3/4 March 2014", "18-19/3/15", "18 to 19.3.2015".
std::optional<DayFound> WhenScanner::days_and_month(std::size_t at) const {
  if (!number(at, 1, 2)) return std::nullopt;
  const std::size_t between = skip_ordinal(at + 1);
  if (!has(between) || !among({"-", "/", "&", "and", "to", ","}, tokens_[between].text)) return std::nullopt;
  std::size_t second = between + 1;
  while (has(second) && is_weekday(tokens_[second].text)) ++second;  // "Mon 4th and Tues 5th March 2014"
  if (!number(second, 1, 2)) return std::nullopt;
  std::optional<DayFound> last = day_and_month(second);
  const bool numbers = among({"-", "&", "and", "to"}, tokens_[between].text) && value(at) < value(second);
  if (!last && numbers && order_ == DateOrder::day_first) last = numeric(second);
  if (!last && value(at) < value(second)) last = days_and_month(second);  // "18, 19 & 20 June"
  if (!last || last->impossible || last->swapped) return std::nullopt;
  DayFound point = *last;
  if (!last->to.known()) point.to = last->date;
  return finish(point, last->date.year, last->date.month, value(at), last->next);
}

/// "February 26th, 2015", "March 2014", "Mar-14", "March '14", "March".
std::optional<DayFound> WhenScanner::month_first(std::size_t at) const {
  const int named = month(at);
  if (named == 0) return std::nullopt;
  const std::size_t after = skip(at + 1, {"-", "/", ".", ",", "'", "of"});
  const bool marked = after > at + 1 && among({"-", "'", "/"}, tokens_[after - 1].text);
  if (number(after, 1, 2) && !begins_time(after)) {
    const std::size_t behind = skip(skip_ordinal(after + 1), {",", "'"});
    if (const int whole = year(behind, is(behind - 1, "'")); whole != 0 && value(after) >= 1)
      return finish({}, whole, named, value(after), behind + 1);
    // "Mar-14", "MAR14"
    const bool short_year = tokens_[after].text.size() == 2 && (marked || value(after) > 31 || (tokens_[after].glued && after == at + 1));
    if (short_year) return finish({}, year(after, true), named, 0, after + 1);
    if (value(after) >= 1 && !marked) return finish({}, 0, named, value(after), skip_ordinal(after + 1));
  }
  if (const int whole = year(after, false); whole != 0) return finish({}, whole, named, 0, after + 1);
  return finish({}, 0, named, 0, at + 1);
}

std::optional<DayFound> WhenScanner::year_alone(std::size_t at) const {
  const int whole = year(at, false);
  if (whole == 0) return std::nullopt;
  return finish({}, whole, 0, 0, at + 1);
}

/// "early 2014", "mid-March 2014", "the end of 2013": thirds of a year or month, and a doubt.
std::optional<DayFound> WhenScanner::part_of(std::size_t at) const {
  if (!has(at)) return std::nullopt;
  int third = -1;
  if (among({"early", "beginning", "start"}, tokens_[at].text)) third = 0;
  if (among({"mid", "middle"}, tokens_[at].text)) third = 1;
  if (among({"late", "end", "later"}, tokens_[at].text)) third = 2;
  if (third < 0) return std::nullopt;
  const std::size_t unit = skip(at + 1, {"-", "of", "the", "in", "to"});
  std::optional<DayFound> whole = season(unit);
  if (whole) {
    whole->uncertain = true;
    return whole;
  }
  whole = month_first(unit);
  if (!whole) whole = year_alone(unit);
  if (!whole || whole->no_year || whole->impossible || whole->date.day != 0) return std::nullopt;
  whole->uncertain = true;
  const Date unit_date = whole->date;
  if (unit_date.month == 0) {
    whole->date = make_date(unit_date.year, 1 + 4 * third, 0);
    whole->to = make_date(unit_date.year, 4 + 4 * third, 0);
  } else {
    whole->date = make_date(unit_date.year, unit_date.month, 1 + 10 * third);
    whole->to = third == 2 ? last_day_of(unit_date) : make_date(unit_date.year, unit_date.month, 10 + 10 * third);
  }
  return whole;
}

/// "summer 2013", "winter 2013/14", "Christmas 2012".
std::optional<DayFound> WhenScanner::season(std::size_t at) const {
  if (!has(at)) return std::nullopt;
  struct Season {
    std::string_view name;
    int from, to;
  };
  constexpr std::array<Season, 7> seasons{{{"spring", 3, 5}, {"summer", 6, 8}, {"autumn", 9, 11}, {"winter", 12, 14},
                                           {"christmas", 12, 12}, {"xmas", 12, 12}, {"easter", 3, 4}}};
  for (const Season& each : seasons) {
    if (!tokens_[at].is(each.name)) continue;
    const std::size_t unit = skip(at + 1, {"of", ",", "-", "'", "term", "holiday", "holidays", "hols", "break"});
    const int found = year(unit, false);
    if (found == 0) return std::nullopt;
    DayFound point;
    point.uncertain = true;
    point.to = make_date(found + (each.to > 12 ? 1 : 0), each.to > 12 ? each.to - 12 : each.to, 0);
    if (each.from == each.to) point.to = {};
    const bool over_new_year = each.to > 12 && is(unit + 1, "/") && number(unit + 2, 2, 4);
    return finish(point, found, each.from, 0, over_new_year ? unit + 3 : unit + 1);
  }
  return std::nullopt;
}

/// "first week of March 2014", "the 2nd week in March 2014", "last week of March 2014".
std::optional<DayFound> WhenScanner::week_of_month(std::size_t at) const {
  if (!has(at)) return std::nullopt;
  constexpr std::array<std::string_view, 5> counted{"first", "second", "third", "fourth", "last"};
  const auto word = std::find(counted.begin(), counted.end(), std::string_view(tokens_[at].text));
  const bool digits = number(at, 1, 1) && has(at + 1) && is_ordinal_end(tokens_[at + 1].text) && value(at) >= 1 && value(at) <= 4;
  if (word == counted.end() && !digits) return std::nullopt;
  const std::size_t name = at + (digits ? 2 : 1);
  if (!is(name, "week") && !is(name, "wk")) return std::nullopt;
  std::optional<DayFound> month = month_first(skip(name + 1, {"of", "in"}));
  if (!month || month->no_year || month->impossible || month->date.day != 0) return std::nullopt;
  const Date whole = month->date;
  const int which = digits ? value(at) : static_cast<int>(word - counted.begin()) + 1;
  month->uncertain = true;
  month->to = which == 5 ? last_day_of(whole) : make_date(whole.year, whole.month, which * 7);
  month->date = make_date(whole.year, whole.month, which == 5 ? last_day_of(whole).day - 6 : which * 7 - 6);
  return month;
}

/// "w/c 03/03/14", "wk beg 3 March 2014", "week commencing 3 March 2014", "week ending ...".
std::optional<DayFound> WhenScanner::week(std::size_t at) const {
  std::size_t unit = at + 1;
  bool ending = false;
  if (is(at, "w") || is(at, "wk") || is(at, "week")) {
    unit = skip(unit, {"/", ".", "-"});
    if (!has(unit)) return std::nullopt;
    ending = among({"e", "end", "ending"}, tokens_[unit].text);
    if (!ending && !among({"c", "b", "com", "comm", "commencing", "beg", "begin", "beginning", "start", "starting", "of"}, tokens_[unit].text)) return std::nullopt;
    ++unit;
  } else if (!is(at, "wc")) {
    return std::nullopt;
  }
  unit = skip(unit, {".", ":", "-", "the", "on"});
  while (has(unit) && is_weekday(tokens_[unit].text)) unit = skip(unit + 1, {",", "."});
  std::optional<DayFound> day = numeric(unit);
  if (!day) day = year_first(unit);
  if (!day) day = day_and_month(unit);
  if (!day) day = two_numbers(unit);
  if (!day || day->no_year || day->impossible || !day->date.exact()) return std::nullopt;
  const Date other = date_of_day_number(day_number(day->date) + (ending ? -6 : 6));
  day->to = ending ? day->date : other;
  day->date = ending ? other : day->date;
  return day;
}

std::optional<DayFound> WhenScanner::point_at(std::size_t at) const {
  using Form = std::optional<DayFound> (WhenScanner::*)(std::size_t) const;
  constexpr std::array<Form, 12> forms{&WhenScanner::week,          &WhenScanner::week_of_month, &WhenScanner::part_of,       &WhenScanner::season,
                                       &WhenScanner::numeric,       &WhenScanner::year_first,    &WhenScanner::days_and_month,
                                       &WhenScanner::day_and_month, &WhenScanner::month_first,   &WhenScanner::digits_only,
                                       &WhenScanner::two_numbers,   &WhenScanner::year_alone};
  for (const Form form : forms)
    if (std::optional<DayFound> found = (this->*form)(at)) return found;
  return std::nullopt;
}

std::optional<std::pair<int, std::size_t>> WhenScanner::time_at(std::size_t at, bool dots) const {
  if (is(at, "noon") || is(at, "midday")) return std::pair(720, at + 1);
  if (is(at, "midnight")) return std::pair(0, at + 1);
  if (!number(at, 1, 4)) return std::nullopt;
  int hour = value(at), minute = 0;
  std::size_t next = at + 1;
  bool parted = false;
  const bool colon = is(at + 1, ":") || is(at + 1, ";") || is(at + 1, "h") || (dots && (is(at + 1, ".") || is(at + 1, ",")));
  if (number(at, 1, 2) && colon && number(at + 2, 2, 2) && tokens_[at + 2].glued) {
    minute = value(at + 2);
    next = at + 3;
    parted = true;
    if (is(next, ":") && number(next + 1, 2, 2)) next = is(next + 2, ".") && number(next + 3, 1, 8) ? next + 4 : next + 2;
  } else if (number(at, 3, 4)) {
    if (!has(next) || !among({"hrs", "hr", "hours", "h"}, tokens_[next].text)) return std::nullopt;
    minute = hour % 100;
    hour /= 100;
    parted = true;
  }
  const bool before_noon = is(next, "am") || (is(next, "a") && is(next + 1, ".") && is(next + 2, "m"));
  const bool after_noon = is(next, "pm") || (is(next, "p") && is(next + 1, ".") && is(next + 2, "m"));
  if (before_noon || after_noon) {
    next += is(next, "am") || is(next, "pm") ? 1 : 3;
    if (after_noon && hour < 12) hour += 12;
    if (before_noon && hour == 12) hour = 0;
  } else if (has(next) && among({"hrs", "hr", "hours", "h"}, tokens_[next].text)) {
    ++next;
  } else if (!parted) {
    return std::nullopt;
  }
  if (hour == 24 && minute == 0) hour = 0;
  if (hour > 23 || minute > 59) return std::nullopt;
  return std::pair(hour * 60 + minute, next);
}

}  // namespace casewright
