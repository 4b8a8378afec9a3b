#include "ingest/chronology/dates_above.h"

#include <algorithm>
#include <array>
#include <cstdlib>
#include <optional>
#include <vector>

#include "base/among.h"
#include "base/dates.h"
#include "base/text.h"
#include "ingest/values/when_tokens.h"

namespace casewright {
namespace {

constexpr std::int8_t september = 9;

bool says_the_same(std::string_view cell) {
  std::string plain = ascii_lower(fold_space(cell));
  for (const std::string_view mark : {"\xE2\x80\x9C", "\xE2\x80\x9D", "\xE3\x80\x83", "\xE2\x80\xB3"}) plain = replace_every(plain, mark, "\"");
  std::erase_if(plain, [](char c) { return c == ' ' || c == '-' || c == '.'; });
  return among({"\"", "\"\"", "''", "ditto", "do", "asabove", "same", "sameday", "samedate", "sameasabove"}, plain);
}

/// The weekday that a cell names, Monday 0; -1 where it names none.
int weekday_in(std::string_view cell) {
  static constexpr std::array<std::string_view, 7> days{"mon", "tue", "wed", "thu", "fri", "sat", "sun"};
  for (const WhenToken& each : when_tokens(cell))
    if (is_weekday(each.text))
      return static_cast<int>(std::find(days.begin(), days.end(), std::string_view(each.text).substr(0, 3)) - days.begin());
  return -1;
}

/// Monday 0; 1 January 1970 was a Thursday.
int weekday_of(const Date& day) { return static_cast<int>(((day_number(day) + 3) % 7 + 7) % 7); }

/// The day of "6th" and "Tues 6th", where a cell says no more; 0 where it says something else.
int day_alone(std::string_view cell) {
  std::vector<WhenToken> tokens = when_tokens(cell);
  std::erase_if(tokens, [](const WhenToken& each) { return is_weekday(each.text) || each.is("the") || each.is(",") || each.is("."); });
  const bool plain = tokens.size() == 2 && tokens[0].is_number(1, 2) && is_ordinal_end(tokens[1].text);
  return plain && tokens[0].value <= 31 ? tokens[0].value : 0;
}

bool is_year_number(const WhenToken& token) { return token.is_number(4, 4) && token.value >= 1950 && token.value < 2100; }

}  // namespace

bool DatesAbove::take_band(std::string_view text) {
  band_day_ = {};
  if (WhenRead day = read_when(text); day.problem == WhenRead::Problem::none && !day.remark && !day.serial && day.when.from.exact()) {
    take(day.when);
    band_day_ = std::move(day.when);
    return true;
  }
  const std::vector<WhenToken> tokens = when_tokens(text);
  std::optional<std::size_t> found;
  for (std::size_t at = 0; at < tokens.size(); ++at) {
    if (!is_year_number(tokens[at])) continue;
    if (found && tokens[at].value != tokens[*found].value + 1) return false;
    if (!found) found = at;
  }
  if (!found) return false;
  year_ = tokens[*found].value;
  const std::size_t next = *found + 1;
  const bool two_years = next + 1 < tokens.size() && among({"-", "/", "to"}, tokens[next].text) && tokens[next + 1].kind == WhenToken::Kind::number &&
                         tokens[next + 1].value % 100 == (year_ + 1) % 100;
  school_year_ = two_years;
  return true;
}

void DatesAbove::take(const When& when) {
  if (!when.from.exact()) return;
  if (last_.known() && when.from != last_) steps_back_ += day_number(when.from) < day_number(last_) ? 1 : -1;
  last_ = when.from;
  last_to_ = when.to;
}

WhenRead DatesAbove::with_year_of_rows(std::string_view cell, DateOrder order, From& from) const {
  // With the year of the date above it stands in order, or in the next (the one before, where the newest stands first).
  WhenRead same = read_when(cell, order, last_.year);
  const int step = newest_first() ? -1 : 1;
  WhenRead other = read_when(cell, order, last_.year + step);
  from = From::row;
  const auto days_on = [&](const WhenRead& read) {
    return read.when.from.known() ? (day_number(read.when.from) - day_number(last_)) * step : std::int64_t{-1000};
  };
  const bool in_order = days_on(same) >= -most_days_back;
  if (const int weekday = weekday_in(cell); weekday >= 0) {
    const auto agrees = [&](const WhenRead& read) { return read.when.from.exact() && weekday_of(read.when.from) == weekday; };
    from = From::weekday;
    if (in_order && agrees(same)) return same;
    if (agrees(other) && !agrees(same)) return other;
    if (agrees(same)) return same;
    from = From::row;
  }
  return in_order || other.problem != WhenRead::Problem::none ? same : other;
}

DatesAbove::From DatesAbove::complete(WhenRead& read, std::string_view cell, DateOrder order) const {
  using Problem = WhenRead::Problem;
  if (read.problem != Problem::no_date && read.problem != Problem::no_year && read.problem != Problem::not_known) return From::nothing;
  if (says_the_same(cell) && last_.known()) {
    read.when.from = last_;
    read.when.to = last_to_;
    read.problem = Problem::none;
    read.remark = false;
    return From::ditto;
  }
  From from = From::nothing;
  WhenRead whole;
  if (const int day = read.problem == Problem::no_date && last_.exact() ? day_alone(cell) : 0; day > 0) {
    const bool next_month = newest_first() ? day > last_.day : day < last_.day;
    Date month = next_month ? add_months(Date{last_.year, last_.month, 1}, newest_first() ? -1 : 1) : last_;
    month.day = static_cast<std::int8_t>(day);
    if (!valid(month)) return From::nothing;
    whole.when.from = month;
    whole.when.uncertain = true;
    from = From::row;
  } else if (read.problem != Problem::no_year) {
    return From::nothing;
  } else if (year_ != 0) {
    whole = read_when(cell, order, year_);
    if (school_year_ && whole.when.from.known() && whole.when.from.month != 0 && whole.when.from.month < september) whole = read_when(cell, order, year_ + 1);
    from = From::band;
  } else if (last_.known()) {
    whole = with_year_of_rows(cell, order, from);
    if (from == From::row) whole.when.uncertain = true;
  }
  if (from == From::nothing || whole.problem != Problem::none) return From::nothing;
  whole.when.written = std::move(read.when.written);
  whole.when.minute = std::max(whole.when.minute, read.when.minute);
  read = std::move(whole);
  return from;
}

}  // namespace casewright
