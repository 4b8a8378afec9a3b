#include "ingest/when.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <optional>
#include <vector>

#include "base/among.h"
#include "base/text.h"
#include "ingest/grid.h"
#include "ingest/when_tokens.h"

namespace casewright {
namespace {

constexpr std::size_t longest_cell = 400;

// Whole days that a spreadsheet counts from 1900: from November 1958, below which a number of five digits is
// rather a year with the mark of a footnote, to the end of 2099.
constexpr double first_serial = 21510, last_serial = 73050;

bool is_doubt(const WhenToken& token) {
  return among({"?", "~", "approx", "approximately", "about", "around", "circa", "c", "ca", "est", "estimated", "possibly",
                             "probably", "maybe", "uncertain", "unsure", "unclear", "thought", "believed", "before", "after", "prior"}, token.text);
}

bool is_weekday(std::string_view word) {
  constexpr std::array<std::string_view, 7> days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  if (among({"tues", "weds", "thur", "thurs"}, word)) return true;
  return std::any_of(days.begin(), days.end(),
                     [word](std::string_view day) { return word == day || (word.size() == 3 && day.starts_with(word)); });
}

/// Words beside a date that say nothing of what happened.
bool is_filler(const WhenToken& token) {
  if (token.kind == WhenToken::Kind::mark) return true;
  if (is_weekday(token.text)) return true;
  return among({"on", "the", "at", "of", "and", "to", "until", "till", "through", "date", "dated", "dates", "time", "hrs", "hr",
                             "hours", "h", "am", "pm", "a", "p", "m", "s", "morning", "afternoon", "evening", "night", "day", "week",
                             "commencing", "beginning", "ending", "w", "e", "wc", "ongoing", "present", "onward", "onwards", "between",
                             "from", "since", "by", "early", "mid", "late", "st", "nd", "rd", "th", "t", "z", "year", "month", "in",
                             "exact", "not", "known", "noon", "midday", "midnight", "during", "or", "thereabouts"}, token.text);
}

bool is_ordinal_end(std::string_view word) { return among({"st", "nd", "rd", "th"}, word); }
bool is_period_word(std::string_view word) { return among({"-", "to", "until", "till", "through"}, word); }

/// A day, month, year or part of one, found in a cell.
struct DayFound {
  Date date;
  Date to;
  bool uncertain = false;
  bool no_year = false;
  bool swapped = false;
  bool impossible = false;
  bool year_leads = false;  ///< 2014-03-03
  std::size_t next = 0;  ///< the token after it
};

Date make_date(int year, int month, int day) {
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)};
}

Date last_day_of(const Date& month) {
  return date_of_day_number(day_number(add_months(make_date(month.year, month.month, 1), 1)) - 1);
}

/// Finds dates and times among the pieces of one cell.
class WhenScanner {
 public:
  WhenScanner(const std::vector<WhenToken>& tokens, DateOrder order) : tokens_(tokens), order_(order) {}

  std::optional<DayFound> point_at(std::size_t at) const;
  /// Minutes after midnight of a time that begins at a token, and the token after it.
  std::optional<std::pair<int, std::size_t>> time_at(std::size_t at, bool dots) const;
  /// The three numbers of 22.05/16 at a token.
  bool three_numbers(std::size_t at) const;

 private:
  bool has(std::size_t at) const { return at < tokens_.size(); }
  bool is(std::size_t at, std::string_view text) const { return has(at) && tokens_[at].text == text; }
  bool number(std::size_t at, std::size_t least, std::size_t most) const { return has(at) && tokens_[at].is_number(least, most); }
  int value(std::size_t at) const { return tokens_[at].value; }
  bool separator(std::size_t at) const {
    return has(at) && among({"/", ".", "-", "\\", ","}, tokens_[at].text);
  }
  int month(std::size_t at) const { return has(at) && tokens_[at].kind == WhenToken::Kind::word ? month_of_name(tokens_[at].text) : 0; }
  std::size_t skip(std::size_t at, std::initializer_list<std::string_view> words) const {
    while (has(at) && among(words, tokens_[at].text)) ++at;
    return at;
  }
  std::size_t skip_ordinal(std::size_t at) const { return has(at) && is_ordinal_end(tokens_[at].text) ? at + 1 : at; }

  int year(std::size_t at, bool short_too) const;
  bool begins_time(std::size_t at) const;
  std::optional<DayFound> numeric(std::size_t at) const;
  std::optional<DayFound> year_first(std::size_t at) const;
  std::optional<DayFound> digits_only(std::size_t at) const;
  std::optional<DayFound> two_numbers(std::size_t at) const;
  std::optional<DayFound> day_and_month(std::size_t at) const;
  std::optional<DayFound> days_and_month(std::size_t at) const;
  std::optional<DayFound> month_first(std::size_t at) const;
  std::optional<DayFound> part_of(std::size_t at) const;
  std::optional<DayFound> season(std::size_t at) const;
  std::optional<DayFound> week(std::size_t at) const;
  std::optional<DayFound> year_alone(std::size_t at) const;
  DayFound finish(DayFound point, int year, int month, int day, std::size_t next) const;

  const std::vector<WhenToken>& tokens_;
  DateOrder order_;
};

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
  point.date = make_date(year, month, day);
  point.next = next;
  point.no_year = year == 0;
  const Date tried = point.no_year ? make_date(2000, month, day) : point.date;
  if (month > 12 || day > 31 || month < 0 || !valid(tried)) point.impossible = true;
  return point;
}

bool WhenScanner::three_numbers(std::size_t at) const {
  if (!number(at, 1, 2) || !separator(at + 1) || !number(at + 2, 1, 2) || !separator(at + 3)) return false;
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

/// "3rd of March 2012", "3-Mar-14", "3 March".
std::optional<DayFound> WhenScanner::day_and_month(std::size_t at) const {
  if (!number(at, 1, 2)) return std::nullopt;
  const std::size_t name = skip(skip_ordinal(at + 1), {"of", "-", "/", ".", ","});
  const int named = month(name);
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

/// "12-14 March 2014", "3rd and 4th March 2014", "3/4 March 2014", "18-19/3/15", "18 to 19.3.2015".
std::optional<DayFound> WhenScanner::days_and_month(std::size_t at) const {
  if (!number(at, 1, 2)) return std::nullopt;
  const std::size_t between = skip_ordinal(at + 1);
  if (!has(between) || !among({"-", "/", "&", "and", "to", ","}, tokens_[between].text)) return std::nullopt;
  const std::size_t second = between + 1;
  if (!number(second, 1, 2)) return std::nullopt;
  std::optional<DayFound> last = day_and_month(second);
  const bool numbers = among({"-", "&", "and", "to"}, tokens_[between].text) && value(at) < value(second);
  if (!last && numbers && order_ == DateOrder::day_first) last = numeric(second);
  if (!last || last->impossible || last->swapped) return std::nullopt;
  DayFound point = *last;
  point.to = last->date;
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
    const bool short_year = tokens_[after].text.size() == 2 && (marked || value(after) > 31);
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
    const std::size_t unit = skip(at + 1, {"of", ",", "-", "'", "term", "holiday", "holidays"});
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

/// "w/c 03/03/14", "week commencing 3 March 2014", "week ending ...".
std::optional<DayFound> WhenScanner::week(std::size_t at) const {
  std::size_t unit = at;
  bool ending = false;
  if (is(at, "w") && is(at + 1, "/") && (is(at + 2, "c") || is(at + 2, "b") || is(at + 2, "e"))) {
    ending = is(at + 2, "e");
    unit = at + 3;
  } else if (is(at, "wc")) {
    unit = at + 1;
  } else if (is(at, "week") && has(at + 1) && among({"commencing", "beginning", "starting", "of", "ending"}, tokens_[at + 1].text)) {
    ending = is(at + 1, "ending");
    unit = at + 2;
  } else {
    return std::nullopt;
  }
  unit = skip(unit, {".", ":", "-", "the", "on"});
  while (has(unit) && is_weekday(tokens_[unit].text)) unit = skip(unit + 1, {",", "."});
  std::optional<DayFound> day = numeric(unit);
  if (!day) day = year_first(unit);
  if (!day) day = day_and_month(unit);
  if (!day || day->no_year || day->impossible || !day->date.exact()) return std::nullopt;
  const Date other = date_of_day_number(day_number(day->date) + (ending ? -6 : 6));
  day->to = ending ? day->date : other;
  day->date = ending ? other : day->date;
  return day;
}

std::optional<DayFound> WhenScanner::point_at(std::size_t at) const {
  using Form = std::optional<DayFound> (WhenScanner::*)(std::size_t) const;
  constexpr std::array<Form, 11> forms{&WhenScanner::week,          &WhenScanner::part_of,       &WhenScanner::season,
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

/// The day of a cell that holds nothing but a spreadsheet's day number.
std::optional<double> serial_in(std::string_view cell) {
  cell = trim(cell);
  double number = 0;
  const auto [end, error] = std::from_chars(cell.data(), cell.data() + cell.size(), number);
  if (error != std::errc() || end != cell.data() + cell.size()) return std::nullopt;
  if (cell.size() < 5 || !(number >= first_serial && number < last_serial)) return std::nullopt;
  return number;
}

bool says_not_known(std::string_view cell) {
  const std::string plain = ascii_lower(fold_space(cell));
  return among({"undated", "not dated", "no date", "n/k", "nk", "not known", "unknown", "date not known", "date unknown",
                        "not recorded", "date not recorded", "n/a", "na", "tbc", "-", "?", "??", "none", "n.d.", "nd", "not stated"}, plain);
}

/// All that was found in a cell, before it is judged.
struct Found {
  std::vector<DayFound> points;
  bool uncertain = false, remark = false, period = false;
  int minute = -1;
};

Found scan(const std::vector<WhenToken>& tokens, DateOrder order) {
  const WhenScanner scanner(tokens, order);
  Found found;
  bool between = false, joined = false;
  for (std::size_t at = 0; at < tokens.size();) {
    // A time is tried first where only a time can have a colon, a dot only once the date is known.
    const bool dated = !found.points.empty() && found.points.back().next <= at;
    if (const auto time = scanner.time_at(at, dated && !scanner.three_numbers(at)); time && !(dated && scanner.three_numbers(at))) {
      if (found.minute < 0) found.minute = time->first;
      at = time->second;
      continue;
    }
    if (const std::optional<DayFound> point = scanner.point_at(at)) {
      // ISO 8601 writes a period as 2015-01-13/2015-01-19.
      const bool interval = dated && tokens[at - 1].is("/") && found.points.back().next + 1 == at && found.points.back().year_leads && point->year_leads;
      if (found.points.size() == 1 && (joined || between || interval)) found.period = true;
      found.points.push_back(*point);
      joined = false;
      at = point->next;
      continue;
    }
    const WhenToken& token = tokens[at];
    if (is_doubt(token)) found.uncertain = true;
    else if (!is_filler(token)) found.remark = true;
    if (is_period_word(token.text)) joined = true;
    else if (token.kind != WhenToken::Kind::mark && !is_weekday(token.text) && !is_ordinal_end(token.text) && !is_doubt(token))
      joined = joined && is_filler(token);
    if (token.is("between")) between = true;
    ++at;
  }
  return found;
}

/// "28 February - 3 March 2014": what the first date leaves out stands in the second.
void complete(std::vector<DayFound>& points) {
  for (std::size_t i = points.size(); i-- > 1;) {
    DayFound& left = points[i - 1];
    const DayFound& right = points[i];
    if (!left.no_year || right.no_year || left.impossible || right.impossible) continue;
    left.date.year = right.date.year;
    if (left.date.month > right.date.month && right.date.month != 0) --left.date.year;
    if (left.to.month != 0 && left.to.year == 0) left.to.year = left.date.year;
    left.no_year = false;
    left.impossible = !valid(left.date);
  }
}

Date end_of(const DayFound& point) { return point.to.known() ? point.to : point.date; }

void judge(WhenRead& read, Found& found) {
  using Problem = WhenRead::Problem;
  complete(found.points);
  const DayFound& first = found.points.front();
  read.when.minute = static_cast<std::int16_t>(found.minute);
  read.when.uncertain = found.uncertain;
  for (const DayFound& each : found.points) read.when.uncertain |= each.uncertain;
  for (const DayFound& each : found.points) {
    if (each.swapped) read.problem = Problem::other_order;
    if (each.no_year) read.problem = Problem::no_year;
    if (each.impossible) read.problem = Problem::impossible;
  }
  if (first.impossible || first.no_year) return;
  read.when.from = first.date;
  if (first.to.known() && day_number(first.to) < day_number(first.date)) read.problem = Problem::backwards;
  else read.when.to = first.to;
  if (found.points.size() == 1) return;
  const DayFound& second = found.points[1];
  const bool same = second.date == first.date;
  if (second.impossible || second.no_year) return;
  if (found.period) {
    const Date end = end_of(second);
    if (day_number(end) < day_number(first.date)) read.problem = Problem::backwards;
    else if (!same || end != first.date) read.when.to = end;
    if (found.points.size() > 2) read.problem = Problem::several;
  } else if (!same || found.points.size() > 2) {
    read.problem = Problem::several;
  }
}

}  // namespace

int read_time(std::string_view cell) {
  const std::vector<WhenToken> tokens = when_tokens(cell.substr(0, longest_cell));
  const WhenScanner scanner(tokens, DateOrder::day_first);
  double fraction = 0;
  const std::string_view trimmed = trim(cell);
  const auto [end, error] = std::from_chars(trimmed.data(), trimmed.data() + trimmed.size(), fraction);
  if (error == std::errc() && end == trimmed.data() + trimmed.size() && trimmed.size() > 4 && trimmed.starts_with("0.") && fraction < 1)
    return static_cast<int>(fraction * 1440 + 0.5) % 1440;
  if (tokens.size() == 1 && tokens[0].is_number(4, 4) && tokens[0].value / 100 < 24 && tokens[0].value % 100 < 60)
    return tokens[0].value / 100 * 60 + tokens[0].value % 100;
  for (std::size_t at = 0; at < tokens.size(); ++at)
    if (const auto time = scanner.time_at(at, true)) return time->first;
  return -1;
}

int order_shown(std::string_view cell) {
  // Nearly every cell of a long chronology can be judged, or passed over, by its first numbers.
  if (cell.size() >= 8 && cell.size() <= 10 && cell.find_first_not_of("0123456789/") == std::string_view::npos && cell[2] == '/' &&
      cell[5] == '/' && (cell[0] == '0' || (cell[0] == '1' && cell[1] <= '2')) && (cell[3] == '0' || (cell[3] == '1' && cell[4] <= '2')))
    return 0;
  const std::vector<WhenToken> tokens = when_tokens(cell.substr(0, longest_cell));
  const WhenScanner scanner(tokens, DateOrder::day_first);
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    // The middle of 2015-01-13/2015-01-19 is no date.
    const bool within = at >= 2 && tokens[at - 1].kind == WhenToken::Kind::mark && tokens[at - 1].glued && tokens[at].glued &&
                        tokens[at - 2].kind == WhenToken::Kind::number;
    if (within || !scanner.three_numbers(at)) continue;
    if (tokens[at].value > 12 && tokens[at + 2].value <= 12) return 1;
    if (tokens[at + 2].value > 12 && tokens[at].value <= 12) return -1;
    at += 4;  // the end of one date and the beginning of the next are no date
  }
  return 0;
}

WhenRead read_when(std::string_view cell, DateOrder order) {
  WhenRead read;
  read.when.written = std::string(cell);
  if (says_not_known(cell)) {
    read.problem = WhenRead::Problem::not_known;
    read.when.uncertain = true;
    return read;
  }
  if (const std::optional<double> serial = serial_in(cell)) {
    const double days = days_of_serial(*serial, false);
    const auto whole = static_cast<std::int64_t>(days);
    read.when.from = date_of_day_number(whole);
    if (days > static_cast<double>(whole)) read.when.minute = static_cast<std::int16_t>((days - static_cast<double>(whole)) * 1440 + 0.5);
    if (read.when.minute >= 1440) read.when.minute = 1439;
    read.serial = true;
    return read;
  }
  Found found = scan(when_tokens(cell.substr(0, longest_cell)), order);
  read.remark = found.remark || cell.size() > longest_cell;
  if (found.points.empty()) {
    read.when.uncertain = found.uncertain;
    read.when.minute = static_cast<std::int16_t>(found.minute);
    read.problem = WhenRead::Problem::no_date;
    return read;
  }
  judge(read, found);
  return read;
}

}  // namespace casewright
