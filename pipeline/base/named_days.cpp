#include "base/softer_words.h"

#include <algorithm>
#include <array>

#include "base/among.h"
#include "base/letters.h"
#include "base/text.h"
#include "base/text_reader.h"

namespace casewright {
namespace {

/// How the date of a named day is known.
enum class Moves { never, with_easter, sunday };

struct NamedDay {
  std::string_view words;
  Moves moves;
  int month, day;  ///< days after Easter Sunday in place of `day` where it moves with that; the first day it can be where it is a Sunday
};
constexpr NamedDay days[] = {{"christmas day", Moves::never, 12, 25},
                             {"christmas eve", Moves::never, 12, 24},
                             {"boxing day", Moves::never, 12, 26},
                             {"new year's eve", Moves::never, 12, 31},
                             {"new years eve", Moves::never, 12, 31},
                             {"hogmanay", Moves::never, 12, 31},
                             {"new year's day", Moves::never, 1, 1},
                             {"new years day", Moves::never, 1, 1},
                             {"twelfth night", Moves::never, 1, 5},
                             {"burns night", Moves::never, 1, 25},
                             {"valentine's day", Moves::never, 2, 14},
                             {"st david's day", Moves::never, 3, 1},
                             {"st patrick's day", Moves::never, 3, 17},
                             {"st george's day", Moves::never, 4, 23},
                             {"halloween", Moves::never, 10, 31},
                             {"hallowe'en", Moves::never, 10, 31},
                             {"bonfire night", Moves::never, 11, 5},
                             {"armistice day", Moves::never, 11, 11},
                             {"st andrew's day", Moves::never, 11, 30},
                             {"father's day", Moves::sunday, 6, 15},
                             {"remembrance sunday", Moves::sunday, 11, 8},
                             {"shrove tuesday", Moves::with_easter, 0, -47},
                             {"pancake day", Moves::with_easter, 0, -47},
                             {"ash wednesday", Moves::with_easter, 0, -46},
                             {"mothering sunday", Moves::with_easter, 0, -21},
                             {"mother's day", Moves::with_easter, 0, -21},
                             {"palm sunday", Moves::with_easter, 0, -7},
                             {"maundy thursday", Moves::with_easter, 0, -3},
                             {"good friday", Moves::with_easter, 0, -2},
                             {"easter saturday", Moves::with_easter, 0, -1},
                             {"easter sunday", Moves::with_easter, 0, 0},
                             {"easter day", Moves::with_easter, 0, 0},
                             {"easter monday", Moves::with_easter, 0, 1},
                             {"easter tuesday", Moves::with_easter, 0, 2},
                             {"whit sunday", Moves::with_easter, 0, 49},
                             {"whit monday", Moves::with_easter, 0, 50}};

/// Easter Sunday by the rule of the Gregorian calendar, as Butcher's Ecclesiastical Calendar (1876) puts it.
Date easter(int year) {
  const int a = year % 19, b = year / 100, c = year % 100, d = b / 4, e = b % 4, f = (b + 8) / 25, g = (b - f + 1) / 3;
  const int h = (19 * a + b - d - g + 15) % 30, i = c / 4, k = c % 4, l = (32 + 2 * e + 2 * i - h - k) % 7, m = (a + 11 * h + 22 * l) / 451;
  const int both = h + l - 7 * m + 114;
  return {static_cast<std::int16_t>(year), static_cast<std::int8_t>(both / 31), static_cast<std::int8_t>(both % 31 + 1)};
}

Date date_of(const NamedDay& named, int year) {
  const Date first{static_cast<std::int16_t>(year), static_cast<std::int8_t>(named.month), static_cast<std::int8_t>(named.day)};
  if (named.moves == Moves::never) return first;
  if (named.moves == Moves::sunday) return year == 0 ? first : date_of_day_number(day_number(first) + 6 - weekday(first));
  return year == 0 ? Date{} : date_of_day_number(day_number(easter(year)) + named.day);
}

/// Where `words` end in `text` from `at` on, whatever the capitals and the apostrophe, or npos where they do not stand there.
std::size_t end_of(std::string_view text, std::size_t at, std::string_view words) {
  for (const char each : words) {
    const std::string_view rest = text.substr(std::min(at, text.size()));
    if (rest.empty()) return std::string_view::npos;
    if (each == '\'' && rest.starts_with("\xE2\x80\x99")) at += 3;
    else if (each == ' ' && rest.starts_with("\xC2\xA0")) at += 2;
    else if (each == ' ' ? is_space(rest[0]) : (is_capital(rest[0]) ? (rest[0] | 0x20) : rest[0]) == each) ++at;
    else return std::string_view::npos;
  }
  return at < text.size() && is_word(text[at]) ? std::string_view::npos : at;
}

/// The first three letters of the named days, each once: most words begin like none.
constexpr std::array<std::uint32_t, 20> heads{head_of("chr"), head_of("box"), head_of("new"), head_of("hog"), head_of("hal"), head_of("bon"), head_of("val"),
                                              head_of("st "), head_of("twe"), head_of("bur"), head_of("arm"), head_of("fat"), head_of("rem"), head_of("shr"),
                                              head_of("pan"), head_of("ash"), head_of("mot"), head_of("pal"), head_of("mau"), head_of("goo")};
constexpr std::array<std::uint32_t, 2> more_heads{head_of("eas"), head_of("whi")};

int year_behind(std::string_view text, std::size_t at, std::size_t& end) {
  TextReader read{text, at};
  read.take(',');
  if (!read.spaces()) return 0;
  const std::string joint = ascii_lower(read.word());
  if (joint == "in" || joint == "of") {
    read.at += 2;
    read.spaces();
  }
  const int year = read.number(4, 4);
  if (year < 1900 || year > 2099) return 0;
  end = read.at;
  return year;
}

bool follows_preposition(std::string_view text, std::size_t at) {
  std::size_t end = at;
  while (end > 0 && is_space(text[end - 1])) --end;
  if (end == at && at > 1 && text.substr(at - 2, 2) == "\xC2\xA0") end = at - 2;
  std::size_t from = end;
  while (from > 0 && is_letter(text[from - 1])) --from;
  return end < at && among({"on", "of", "before", "after", "until", "by", "since"}, ascii_lower(text.substr(from, end - from)));
}

/// True where only "and", a comma and the like stand between `at` and the last day found.
bool joins(std::string_view text, const std::vector<DateInText>& found, std::size_t at) {
  return std::any_of(found.begin(), found.end(), [&](const DateInText& each) {
    return each.span.end < at && at - each.span.end < 8 && among({" and ", ", ", " or ", " to ", " & ", ", and ", " and on "}, text.substr(each.span.end, at - each.span.end));
  });
}

}  // namespace

std::vector<DateInText> named_days(std::string_view text) {
  std::vector<DateInText> found, alone;
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    const std::uint32_t head = is_letter(text[at]) ? head_of(text.substr(at, 3)) : 0;
    if (head == 0 || (!among(heads, head) && !among(more_heads, head))) continue;
    if (!starts_word(text, at) && (at < 2 || text.substr(at - 2, 2) != "\xC2\xA0")) continue;
    for (const NamedDay& each : days) {
      std::size_t end = head_of(each.words) == head ? end_of(text, at, each.words) : std::string_view::npos;
      if (end == std::string_view::npos) continue;
      const int year = year_behind(text, end, end);
      const DateInText day{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(end)}, date_of(each, year), year != 0 ? DateForm::day_month_year : DateForm::day_month, false};
      (year != 0 || follows_preposition(text, at) ? found : alone).push_back(day);
    }
  }
  for (const DateInText& each : alone)
    if (joins(text, found, each.span.begin)) found.push_back(each);
  std::sort(found.begin(), found.end(), [](const DateInText& a, const DateInText& b) { return a.span.begin < b.span.begin; });
  return found;
}

}  // namespace casewright
