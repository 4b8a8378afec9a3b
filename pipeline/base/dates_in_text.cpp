#include "base/dates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/among.h"
#include "base/date_words.h"
#include "base/text.h"
#include "base/text_reader.h"

namespace casewright {
namespace {

int full_year(int year, std::size_t digits) {
  if (digits == 4) return year;
  return year < 40 ? 2000 + year : 1900 + year;
}

std::optional<Date> date_of(int year, int month, int day) {
  const Date date{static_cast<std::int16_t>(year), static_cast<std::int8_t>(month), static_cast<std::int8_t>(day)};
  if (year == 0) {  // any leap year allows every day that some year has
    const Date some{2000, date.month, date.day};
    return valid(some) ? std::optional(date) : std::nullopt;
  }
  return valid(date) ? std::optional(date) : std::nullopt;
}

class DateFinder {
 public:
  explicit DateFinder(std::string_view text) : text_(text) {}

  std::vector<DateInText> run() {
    for (std::size_t at = 0; at < text_.size();) {
      const char c = text_[at];
      const bool candidate = (is_digit(c) || may_open(c)) && starts_word(text_, at);
      const std::size_t end = candidate ? (is_digit(c) ? from_number(at) : from_word(at)) : 0;
      if (end > at) {
        at = end;
      } else if (word_goes_on(text_, at)) {
        while (word_goes_on(text_, at)) ++at;
      } else {
        at += is_word(c) ? 3 : 1;  // a mark of Unicode, or a sign of ASCII
      }
    }
    return std::move(found_);
  }

 private:
  /// First letters of months and weekdays.
  static bool may_open(char c) {
    constexpr std::uint32_t set = [] {
      std::uint32_t bits = 0;
      for (const char each : std::string_view("jfmasondtw")) bits |= 1u << (each - 'a');
      return bits;
    }();
    return is_letter(c) && (set >> ((c | 0x20) - 'a') & 1u) != 0;
  }

  std::size_t found(std::size_t from, std::size_t to, std::optional<Date> date, DateForm form) {
    if (!date) return 0;
    found_.push_back({{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, *date, form, false});
    return to;
  }

  /// The last sign before `at` is one that makes what follows no date: money, part of a longer number.
  bool bound(std::size_t at) const {
    if (at == 0) return false;
    const char before = text_[at - 1];
    const bool joint = before == '.' || before == '/' || before == '\\' || before == '-' || before == ',' || before == ':';
    if (before == '.' && at >= 2 && (text_[at - 2] == 'b' || text_[at - 2] == 'B') && (at == 2 || !is_word(text_[at - 3]))) return false;  // "b.30.11.1990"
    return joint && at >= 2 && is_word(text_[at - 2]) && (before != ',' && before != ':' && before != '-' ? true : is_digit(text_[at - 2]));
  }

  /// True where what ends at `to` runs on as a longer number.
  bool runs_on(std::size_t to) const {
    if (to >= text_.size()) return false;
    const char next = text_[to];
    if (is_word(next)) return word_goes_on(text_, to);
    const bool joint = next == '.' || next == '/' || next == '\\' || next == '-';
    return joint && to + 1 < text_.size() && is_digit(text_[to + 1]);
  }

  std::size_t from_number(std::size_t at) {
    if (const std::size_t end = listed_days(at)) return end;
    if (const std::size_t end = iso(at)) return end;
    if (const std::size_t end = numeric(at)) return end;
    if (const std::size_t end = compact(at)) return end;
    if (const std::size_t end = day_and_month(at)) return end;
    return day_first(at, at);
  }

  /// "3-5 March", "3rd to the 5th of March", "3, 10 and 17 March": days that ascend, before the one month of them all.
  std::size_t listed_days(std::size_t at) {
    TextReader read{text_, at};
    int day = read.number(1, 2);
    if (day < 1 || day > 30 || bound(at)) return 0;
    const bool ordinal = take_ordinal(read);
    std::size_t last = at;
    char joint = '-';
    for (TextReader next = read; (joint = day_joint(next)) != ' '; read = next) {
      const std::size_t here = next.at;
      const int after = next.number(1, 2);
      if (after <= day || after > 31) return 0;
      const bool marked = take_ordinal(next);
      if (TextReader behind = next; joint == ',' && !marked && !ordinal && day_joint(behind) == ' ') return 0;  // "in room 3, 4 March"
      day = after;
      last = here;
    }
    const std::size_t end = last == at ? 0 : day_first(at, last);
    if (end != 0) found_.back().several = true;
    return end;
  }

  std::string before(std::size_t at, std::size_t* from = nullptr) const { return word_ahead(text_, at, ":,.(", from); }

  /// "20220303", "03032022" anywhere; "030322" where the words before it tell of a day.
  std::size_t compact(std::size_t at) {
    TextReader read{text_, at};
    const int all = read.number(6, 8);
    const std::size_t digits = read.at - at;
    if (all < 0 || digits == 7 || bound(at) || runs_on(read.at)) return 0;
    if (digits == 6)
      return tells_day(at) ? found(at, read.at, date_of(full_year(all % 100, 2), all / 100 % 100, all / 10000), DateForm::numeric) : 0;
    const auto year_of_now = [](int year) { return year >= 1920 && year < 2060; };
    if (year_of_now(all / 10000))
      if (const std::size_t end = found(at, read.at, date_of(all / 10000, all / 100 % 100, all % 100), DateForm::numeric)) return end;
    return year_of_now(all % 10000) ? found(at, read.at, date_of(all % 10000, all / 10000 % 100, all / 1000000), DateForm::numeric) : 0;
  }

  /// "dob 030322", "was seen on 030322", and not "ring us on 030322".
  bool tells_day(std::size_t at) const {
    std::size_t from = at;
    const std::string word = before(at, &from);
    if (among({"dob", "born", "dated", "birth"}, word)) return true;
    if (word != "on") return false;
    const std::string verb = before(from);
    if (among({"called", "phoned", "telephoned", "contacted", "reached"}, verb)) return false;
    return verb.ends_with("ed") || among({"seen", "born", "met", "came", "left", "rang", "fell"}, verb);
  }

  /// "28/2", "04/03": where it can be no share, no score, no length of time and no number of a thing.
  std::size_t day_and_month(std::size_t at, bool on_weekday = false) {
    TextReader read{text_, at};
    const int day = read.number(1, 2);
    if (day < 1 || day > 31 || !read.take('/')) return 0;
    const std::size_t month_at = read.at;
    const int month = read.number(1, 2);
    if (month < 1 || month > 12 || bound(at) || runs_on(read.at) || read.peek() == '%' || read.peek() == '/' || read.peek() == '-' || counted_so(read)) return 0;
    if (at > 0 && (text_[at - 1] == '/' || text_[at - 1] == '\\' || text_[at - 1] == '-' || text_[at - 1] == '+')) return 0;
    const bool row = at == 0 && month != 7 && month != 12 && month != 10 && day != 6 && heads_row(read);  // "3/7 of cough", "8/10 pain", "6/9 right"
    static constexpr std::array<std::string_view, 9> said{"24/7", "1/2", "1/3", "2/3", "1/4", "3/4", "9/11", "7/7", "11/9"};
    const std::string word = before(at);
    const bool on = on_weekday || row || among({"on", "born", "dob", "dated", "birth", "birthday", "since", "until"}, word);
    const bool joined = joins_last(at);
    if (!joined && !on_weekday && among(said, text_.substr(at, read.at - at))) return 0;
    const bool padded = text_[at] == '0' || text_[month_at] == '0';
    const bool years = padded && month == day + 1;                     // "in 05/06", a year of accounts
    const bool improper = day > 12 && month != 7 && month != 12;       // "14/7" and "18/12" are days and months in a doctor's hand
    const bool alone = (padded || improper) && !years && !numbered_so(word);
    return on || joined || alone ? found(at, read.at, date_of(0, month, day), DateForm::day_month) : 0;
  }

  /// "9/8 DNA", "6/5 0600 warrant": what a line of a diary or a log begins with. Not so "1/3 of families".
  static bool heads_row(TextReader read) {
    return read.spaces() && (is_letter(read.peek()) || is_digit(read.peek())) && ascii_lower(read.word()) != "of";
  }

  /// True where what stands before `at` joins it to the date found last.
  bool joins_last(std::size_t at) const {
    if (found_.empty() || found_.back().span.end + 6 < at || found_.back().form == DateForm::month_year) return false;
    const std::string between = ascii_lower(text_.substr(found_.back().span.end, at - found_.back().span.end));
    for (const std::string_view each : {" and ", ", ", " & ", " to ", " or ", "; ", "-", " - ", "\xE2\x80\x93", " \xE2\x80\x93 "})
      if (between == each) return true;
    return false;
  }

  std::size_t iso(std::size_t at) {
    TextReader read{text_, at};
    const int year = read.number(4, 4);
    const char mark = read.peek();
    if (year < 0 || (mark != '-' && mark != '/' && mark != '.')) return 0;
    if (mark == '.' && among({"version", "v", "release", "build"}, before(at))) return 0;
    ++read.at;
    const int month = read.number(2, 2);
    if (month < 0 || !read.take(mark)) return 0;
    const int day = read.number(2, 2);
    const bool stamp = read.peek() == 'T' && is_digit(read.peek(1));
    if (day < 0 || bound(at) || (runs_on(read.at) && !stamp)) return 0;
    return found(at, read.at, date_of(year, month, day), DateForm::iso);
  }

  std::size_t numeric(std::size_t at) {
    TextReader read{text_, at};
    const auto mark = [&read] {
      const char c = read.peek();
      if (c != '.' && c != '/' && c != '-' && c != '\\') return '\0';
      ++read.at;
      return c;
    };
    const int day = read.number(1, 2);
    const std::size_t day_digits = read.at - at;
    const char first = mark();
    if (day < 0 || first == '\0') return 0;
    const std::size_t month_at = read.at;
    const int month = read.number(1, 2);
    const std::size_t month_digits = read.at - month_at;
    const char second = mark();
    if (month < 0 || second == '\0' || ((first == '-') != (second == '-')) || ((first == '\\') != (second == '\\'))) return 0;
    const std::size_t year_at = read.at;
    int year = read.number(4, 4);
    if (year < 0) year = read.number(2, 2);
    const std::size_t digits = read.at - year_at;
    if (year < 0 || bound(at) || runs_on(read.at)) return 0;
    const bool paragraph = digits == 2 && first == '.' && second == '.' && day_digits == 1 && month_digits == 1 &&
                           text_[year_at] != '0' && opens_line(at);
    if (paragraph) return 0;
    return found(at, read.at, date_of(full_year(year, digits), month, day), DateForm::numeric);
  }

  bool opens_line(std::size_t at) const { return at == 0 || text_[at - 1] == '\n'; }

  /// "4 June 2004", "21st of February", "3\nrd March 2012"; `from` may lie before, at a weekday.
  std::size_t day_first(std::size_t from, std::size_t at) {
    TextReader read{text_, at};
    const int day = read.number(1, 2);
    if (day < 1 || day > 31 || (from == at && bound(at))) return 0;
    const bool ordinal = take_ordinal(read);
    const std::size_t after_day = read.at;
    bool parted = read.spaces() || read.take('-');
    if (ascii_lower(read.word()) == "of") {
      read.at += 2;
      parted = read.spaces();
    }
    const std::string_view word = read.word();
    const int month = month_word(word);
    if (month == 0 || (!parted && !is_letter(read.peek()))) {
      return from != at && !is_digit(text_[from]) && ordinal && starts_word(text_, after_day + 1)
                 ? found(from, after_day, date_of(0, 1, day) ? std::optional(Date{0, 0, static_cast<std::int8_t>(day)}) : std::nullopt,
                         DateForm::weekday_only_with_day)
                 : 0;
    }
    read.at += word.size();
    take_short_stop(read, word);
    const std::size_t after_month = read.at;
    if (const int year = year_after(read)) return found(from, read.at, date_of(year, month, day), DateForm::day_month_year);
    const bool small = word[0] >= 'a' && word[0] <= 'z';
    if (small && !ordinal && (word == "may" || word == "march" || word == "mar")) return 0;
    std::size_t end = after_month;
    if (text_[end - 1] == '.' && !small) end = word.size() == 3 || word.size() == 4 ? end - 1 : end;
    return found(from, end, date_of(0, month, day), DateForm::day_month);
  }

  /// The stop of a month cut short; behind a whole word it ends the sentence: "10 May. 12 officers came".
  static void take_short_stop(TextReader& read, std::string_view month) {
    if (month.size() <= 4 && !among({"may", "june", "july"}, ascii_lower(month))) read.take('.');
  }

  /// "22" of "09nov22", "2022" of "9Nov2022": 0 where something goes on behind it.
  int year_glued(TextReader& read) const {
    TextReader next = read;
    int year = next.number(4, 4);
    if (year < 0 && (next = read, year = next.number(2, 2)) >= 0) year = full_year(year, 2);
    if (year <= 0 || word_goes_on(text_, next.at)) return 0;
    read = next;
    return year;
  }

  /// A year behind a month, with what may stand between; 0 and nothing read where there is none.
  int year_after(TextReader& read) const {
    TextReader next = read;
    const bool comma = next.take(',');
    const bool parted = next.spaces() || comma || next.take('-');
    const bool short_form = next.take('\'') || (next.text.substr(next.at, 3) == "\xE2\x80\x99" && (next.at += 3));
    const std::size_t from = next.at;
    if (!parted && !short_form) return year_glued(read);
    if (short_form) {
      const int year = next.number(2, 2);
      if (year < 0) return 0;
      read = next;
      return full_year(year, 2);
    }
    int year = next.number(4, 4);
    if (year < 0) year = glued(next);
    if (year < 0 && !comma) {
      year = next.number(2, 2);
      const bool clock = next.peek() == ':' || next.peek() == '.' || next.peek() == '%';
      if (year < 0 || word_goes_on(text_, next.at) || (clock && is_digit(next.peek(1))) || text_[from] == '-') return 0;
      if (is_space(next.peek()) && counts_things(next)) return 0;
      read = next;
      return full_year(year, 2);
    }
    if (year < 1850 || year > 2150) return 0;
    read = next;
    return year;
  }

  /// A year with the mark of a footnote glued to it: "20131".
  static int glued(TextReader& read) {
    TextReader longer = read;
    const int number = longer.number(5, 6);
    const int year = number < 0 ? -1 : longer.at - read.at == 5 ? number / 10 : number / 100;
    if (year < 1900 || year > 2150) return -1;
    read.at += 4;
    return year;
  }

  /// "4 June 12 visits": a number of things, not a year.
  static bool counts_things(TextReader read) {
    read.spaces();
    const std::string next = ascii_lower(read.word());
    return next == "visits" || next == "people" || next == "children" || next == "calls" || next == "days" || next == "hours" ||
           next == "am" || next == "pm" || next == "noon" || next == "midday";
  }

  std::size_t from_word(std::size_t at) {
    TextReader read{text_, at};
    const std::string_view word = read.word();
    if (names_weekday(word)) return after_weekday(at, word);
    const int month = month_word(word);
    if (month == 0) return 0;
    read.at += word.size();
    take_short_stop(read, word);
    if (const auto told = day_told_before(text_, at)) return told_day(*told, at, read, month);
    TextReader year = read;
    if (const std::size_t end = month_first(at, read, month)) return end;
    if (year.spaces()) {
      const int number = year.number(4, 4);
      if (number >= 1850 && number <= 2150 && !word_goes_on(text_, year.at))
        return found(at, year.at, date_of(number, month, 0), DateForm::month_year);
    }
    return 0;
  }

  /// "the third of March 2022", with what stands behind the month.
  std::size_t told_day(const ToldDay& told, std::size_t month_at, TextReader read, int month) {
    const std::size_t from = std::max<std::size_t>(told.begin, found_.empty() ? 0 : found_.back().span.end);
    TextReader year = read;
    const int number = year_after(year);
    if (number == 0 && !is_capital(text_[month_at])) return 0;
    if (number == 0 && text_[read.at - 1] == '.') --read.at;  // it ends the sentence
    return found(from, number != 0 ? year.at : read.at, date_of(number, month, told.day), number != 0 ? DateForm::day_month_year : DateForm::day_month);
  }

  std::size_t after_weekday(std::size_t at, std::string_view word) {
    TextReader read{text_, at + word.size()};
    read.take('.');
    read.take(',');
    read.spaces();
    if (ascii_lower(read.word()) == "the") {
      read.at += 3;
      read.spaces();
    }
    if (is_digit(read.peek())) {
      TextReader numbers = read;
      const std::size_t before = found_.size();
      std::size_t end = iso(numbers.at);
      if (end == 0) end = numeric(numbers.at);
      if (end == 0) end = day_and_month(numbers.at, true);
      if (end != 0) {
        found_[before].span.begin = static_cast<std::uint32_t>(at);
        return end;
      }
      return day_first(at, read.at);
    }
    const std::string_view next = read.word();
    const int month = month_word(next);
    if (month == 0) return 0;
    read.at += next.size();
    read.take('.');
    return month_first(at, read, month);
  }

  /// "February 26th 2015", "February 26 th", behind the month.
  std::size_t month_first(std::size_t from, TextReader read, int month) {
    if (!read.spaces()) return 0;
    if (ascii_lower(read.word()) == "the") {
      read.at += 3;
      read.spaces();
    }
    const int day = read.number(1, 2);
    if (day < 1 || day > 31) return 0;
    const bool ordinal = take_ordinal(read);
    if (word_goes_on(text_, read.at) || ((read.peek() == '.' || read.peek() == ':' || read.peek() == '/') && is_digit(read.peek(1)))) return 0;
    TextReader year = read;
    if (const int number = year_after(year); number > 0 && year.at - read.at > 3)
      return found(from, year.at, date_of(number, month, day), DateForm::day_month_year);
    const bool small = text_[from] >= 'a' && text_[from] <= 'z';
    if (!ordinal && small) return 0;
    return found(from, read.at, date_of(0, month, day), DateForm::day_month);
  }

  std::string_view text_;
  std::vector<DateInText> found_;
};

}  // namespace

std::vector<DateInText> find_dates(std::string_view text) {
  if (!has_digit(text) && !may_tell_day(text)) return {};
  return DateFinder(text).run();
}

}  // namespace casewright
