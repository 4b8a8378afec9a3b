#include "base/dates.h"

#include <algorithm>
#include <array>
#include <optional>

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

template <class List>
bool has_head(const List& list, std::string_view word) {
  const std::uint32_t head = head_of(word);
  return std::any_of(list.begin(), list.end(), [head](std::string_view each) { return head_of(each) == head; });
}

bool is_weekday(std::string_view word) {
  static constexpr std::array<std::string_view, 7> days{"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"};
  if (word.size() < 3 || word.size() > 9 || !has_head(days, word)) return false;
  const std::string lowered = ascii_lower(word);
  return std::any_of(days.begin(), days.end(), [&](std::string_view day) {
    return lowered == day || lowered == day.substr(0, 3) || (lowered.size() == 4 && lowered == day.substr(0, 4)) ||
           (lowered == "thurs" && day == "thursday") || (lowered == "weds" && day == "wednesday");
  });
}

/// The month that a word names, 0 for none; "may" and "march" in small letters are taken for verbs by the caller.
int month_word(std::string_view word) {
  static constexpr std::array<std::string_view, 12> heads{"jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"};
  return word.size() < 3 || word.size() > 9 || !has_head(heads, word) ? 0 : month_of_name(word);
}

bool ordinal_ending(std::string_view word) {
  const std::string lowered = ascii_lower(word);
  return lowered == "st" || lowered == "nd" || lowered == "rd" || lowered == "th";
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
      } else if (is_word(c)) {
        while (at < text_.size() && is_word(text_[at])) ++at;
      } else {
        ++at;
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
    found_.push_back({{static_cast<std::uint32_t>(from), static_cast<std::uint32_t>(to)}, *date, form});
    return to;
  }

  /// The last sign before `at` is one that makes what follows no date: money, part of a longer number.
  bool bound(std::size_t at) const {
    if (at == 0) return false;
    const char before = text_[at - 1];
    const bool joint = before == '.' || before == '/' || before == '-' || before == ',' || before == ':';
    return joint && at >= 2 && is_word(text_[at - 2]) && (before != ',' && before != ':' && before != '-' ? true : is_digit(text_[at - 2]));
  }

  /// True where what ends at `to` runs on as a longer number.
  bool runs_on(std::size_t to) const {
    if (to >= text_.size()) return false;
    const char next = text_[to];
    if (is_word(next)) return true;
    const bool joint = next == '.' || next == '/' || next == '-';
    return joint && to + 1 < text_.size() && is_digit(text_[to + 1]);
  }

  std::size_t from_number(std::size_t at) {
    if (const std::size_t end = iso(at)) return end;
    if (const std::size_t end = numeric(at)) return end;
    return day_first(at, at);
  }

  std::size_t iso(std::size_t at) {
    TextReader read{text_, at};
    const int year = read.number(4, 4);
    const char mark = read.peek();
    if (year < 0 || (mark != '-' && mark != '/')) return 0;
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
      if (c != '.' && c != '/' && c != '-') return '\0';
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
    if (month < 0 || second == '\0' || ((first == '-') != (second == '-'))) return 0;
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
    bool ordinal = false;
    TextReader ending = read;
    ending.spaces();
    if (ordinal_ending(ending.word())) {
      read.at = ending.at + 2;
      ordinal = true;
    }
    const std::size_t after_day = read.at;
    bool parted = read.spaces() || read.take('-');
    if (ascii_lower(read.word()) == "of") {
      read.at += 2;
      parted = read.spaces();
    }
    const std::string_view word = read.word();
    const int month = month_word(word);
    if (month == 0 || (!parted && !is_letter(read.peek()))) {
      return from != at && ordinal && starts_word(text_, after_day + 1)
                 ? found(from, after_day, date_of(0, 1, day) ? std::optional(Date{0, 0, static_cast<std::int8_t>(day)}) : std::nullopt,
                         DateForm::weekday_only_with_day)
                 : 0;
    }
    read.at += word.size();
    if (word.size() <= 4) read.take('.');
    const std::size_t after_month = read.at;
    if (const int year = year_after(read)) return found(from, read.at, date_of(year, month, day), DateForm::day_month_year);
    const bool small = word[0] >= 'a' && word[0] <= 'z';
    if (small && !ordinal && (word == "may" || word == "march" || word == "mar")) return 0;
    std::size_t end = after_month;
    if (text_[end - 1] == '.' && !small) end = word.size() == 3 || word.size() == 4 ? end - 1 : end;
    return found(from, end, date_of(0, month, day), DateForm::day_month);
  }

  /// A year behind a month, with what may stand between; 0 and nothing read where there is none.
  int year_after(TextReader& read) const {
    TextReader next = read;
    const bool comma = next.take(',');
    const bool parted = next.spaces() || comma || next.take('-');
    const bool short_form = next.take('\'') || (next.text.substr(next.at, 3) == "\xE2\x80\x99" && (next.at += 3));
    if (!parted && !short_form) return 0;
    const std::size_t from = next.at;
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
      if (year < 0 || is_word(next.peek()) || (clock && is_digit(next.peek(1))) || text_[from] == '-') return 0;
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
    if (is_weekday(word)) return after_weekday(at, word);
    const int month = month_word(word);
    if (month == 0) return 0;
    read.at += word.size();
    if (word.size() <= 4) read.take('.');
    TextReader year = read;
    if (const std::size_t end = month_first(at, read, month)) return end;
    if (year.spaces()) {
      const int number = year.number(4, 4);
      if (number >= 1850 && number <= 2150 && !is_word(year.peek()))
        return found(at, year.at, date_of(number, month, 0), DateForm::month_year);
    }
    return 0;
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
    bool ordinal = false;
    TextReader ending = read;
    ending.spaces();
    if (ordinal_ending(ending.word())) {
      read.at = ending.at + 2;
      ordinal = true;
    }
    if (is_word(read.peek()) || ((read.peek() == '.' || read.peek() == ':' || read.peek() == '/') && is_digit(read.peek(1)))) return 0;
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
  if (!has_digit(text)) return {};  // every form of a date has one
  return DateFinder(text).run();
}

}  // namespace casewright
