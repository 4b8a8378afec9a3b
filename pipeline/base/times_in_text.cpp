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

/// Reads "am", "p.m.", "hrs", "hours"; 'a', 'p', 'h', or ' ' for none.
char half_of_day(TextReader& read) {
  TextReader next = read;
  next.spaces();
  const char first = static_cast<char>(next.peek() | 0x20);
  if (first == 'a' || first == 'p') {
    ++next.at;
    const bool dotted = next.take('.');
    if ((next.peek() | 0x20) != 'm') return ' ';
    ++next.at;
    if (is_word(next.peek())) return ' ';
    if (dotted && next.peek() == '.' && (is_space(next.peek(1)) ? (next.peek(2) >= 'a' && next.peek(2) <= 'z') : is_word(next.peek(1)) || next.peek(1) == ','))
      ++next.at;
    else if (dotted && next.peek() == '.' ) ++next.at;
    read = next;
    return first;
  }
  const std::string word = ascii_lower(next.word());
  if (word != "hrs" && word != "hours" && word != "h" && word != "hr") return ' ';
  next.at += word.size();
  read = next;
  return 'h';
}

/// "John 3:16", "a ratio of 1:20".
bool verse_or_ratio(std::string_view text, std::size_t at) {
  std::size_t from = at;
  std::string word = word_ahead(text, at, ",.", &from);
  if (among({"of", "was", "is", "at"}, word)) word = word_ahead(text, from);
  return among({"ratio", "ratios", "diluted", "dilution", "odds", "verse", "verses", "psalm", "psalms", "john", "luke", "matthew", "genesis", "exodus", "leviticus", "deuteronomy",
                "proverbs", "ecclesiastes", "isaiah", "jeremiah", "acts", "romans", "corinthians", "galatians", "ephesians", "philippians", "hebrews", "quran", "surah"},
               word);
}

/// True where a day with its month, or with a short year, stands right before `at`: "26 Oct 2.45".
bool behind_month(std::string_view text, std::size_t at) {
  std::size_t from = at;
  const std::string word = word_ahead(text, at, ",.", &from);
  if (month_word(word) == 0) return false;
  std::size_t end = from;
  while (end > 0 && (is_space(text[end - 1]) || is_letter(text[end - 1]))) --end;
  return end > 0 && is_digit(text[end - 1]) && from - end < 5;
}

std::optional<TimeInText> time_at(std::string_view text, std::size_t at) {
  TextReader read{text, at};
  int hour = read.number(1, 2), minute = 0;
  bool parts = false, stop = false, four = false;
  if (hour < 0) {
    const int both = read.number(4, 4);
    if (both < 0) return std::nullopt;
    hour = both / 100;
    minute = both % 100;
    four = true;
  } else if ((read.peek() == ':' || read.peek() == '.') && is_digit(read.peek(1))) {
    stop = read.peek() == '.';
    ++read.at;
    minute = read.number(2, 2);
    parts = true;
    if (minute < 0) return std::nullopt;
    if (read.peek() == ':' && is_digit(read.peek(1))) read.at += 3;
  }
  const std::size_t end = read.at;
  const char half = half_of_day(read);
  if (half == ' ') {
    read.at = end;
    const bool plain = parts && !stop && !verse_or_ratio(text, at);
    if (read.peek() == 'Z' && !is_word(read.peek(1)) && at > 0 && text[at - 1] == 'T') ++read.at;  // "2015-03-02T10:00:00Z"
    const bool goes_on = word_goes_on(text, read.at);  // "21:00–22:30" is two
    if (!plain || goes_on || ((read.peek() == '.' || read.peek() == ':') && is_digit(read.peek(1)))) return std::nullopt;
  }
  if (half == 'h' && !four && !parts) return std::nullopt;  // "for 24 hours"
  if (half == 'p' && hour < 12) hour += 12;
  if (half == 'a' && hour == 12) hour = 0;
  if (hour > 24 || minute > 59) return std::nullopt;
  return TimeInText{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(read.at)},
                    static_cast<std::int16_t>((hour % 24) * 60 + minute)};
}

/// True where `text` before `at` ends in " at", " at about" and the like, but not in "stood at".
bool at_a_time(std::string_view text, std::size_t at) {
  std::string before = ascii_lower(text.substr(at < 40 ? 0 : at - 40, std::min<std::size_t>(at, 40)));
  for (const std::string_view each : {" about ", " around ", " approximately ", " approx ", " roughly ", " just after ", " just before "})
    if (before.ends_with(each)) before.resize(before.size() - each.size() + 1);
  if (!before.ends_with("at ") || (before.size() > 3 && is_word(before[before.size() - 4]))) return false;
  before.resize(before.size() - 3);
  for (const std::string_view each : {"stood ", "stands ", "mean ", "average ", "score ", "scored ", "rate ", "ratio ", "level ", "weighed ", "weight ", "temperature ", "valued ", "set ",
                                      "measured ", "estimated ", "remained ", "peaked ", "priced ", "sold ", "bought ", "starting ", "was ", "is ", "came out "})
    if (before.ends_with(each)) return false;
  return true;
}

/// True where nothing behind makes an amount or a year of a bare number.
bool counts_nothing(TextReader read) {
  if (is_word(read.peek()) || read.peek() == '%' || read.peek() == '/' || read.peek() == '-') return false;
  if ((read.peek() == '.' || read.peek() == ',' || read.peek() == ':') && is_digit(read.peek(1))) return false;
  if (!read.spaces()) return true;
  return !among({"per", "kg", "g", "mg", "ml", "mmol", "cm", "mm", "m", "km", "miles", "metres", "degrees", "centile", "million", "thousand", "points", "pounds", "of", "days", "weeks",
                 "months", "years", "people", "children", "cases", "families", "calls", "visits", "homes"},
                ascii_lower(read.word()));
}

/// "16.35" and "1635" where words before say that a clock tells them, or a time found last stands beside.
std::optional<TimeInText> bare_time_at(std::string_view text, std::size_t at, const std::vector<TimeInText>& found) {
  TextReader read{text, at};
  const int both = read.number(4, 4);
  int hour = both / 100, minute = both % 100;
  bool beside_month = false;
  if (both < 0) {
    beside_month = behind_month(text, at);
    hour = read.number(beside_month ? 1 : 2, 2);
    if (hour < 0 || !read.take('.')) return std::nullopt;
    minute = read.number(2, 2);
  }
  if (beside_month && hour < 7 && text[at] != '0') hour += 12;  // nobody is asked to come at "2.45" in the night
  if (hour < 0 || hour > 23 || minute < 0 || minute > 59 || !counts_nothing(read)) return std::nullopt;
  const std::size_t last = found.empty() ? 0 : found.back().span.end;
  const bool beside = !found.empty() && last < at && at - last < 6 && among({", ", " and ", " or ", " to ", "-", "\xE2\x80\x93"}, text.substr(last, at - last));
  const bool year = both >= 1900 && both < 2100;
  if (year || (!beside && !beside_month && !at_a_time(text, at))) return std::nullopt;
  return TimeInText{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(read.at)}, static_cast<std::int16_t>(hour * 60 + minute)};
}

/// True where a time may begin: at a word, or behind the day in "2015-03-02T10:00".
bool may_begin(std::string_view text, std::size_t at) {
  return starts_word(text, at) || (at > 1 && text[at - 1] == 'T' && is_digit(text[at - 2]));
}

}  // namespace

std::vector<TimeInText> find_times(std::string_view text) {
  std::vector<TimeInText> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || !may_begin(text, at)) continue;
    const bool bound = at >= 2 && (text[at - 1] == '.' || text[at - 1] == ':' || text[at - 1] == '/') && is_digit(text[at - 2]);
    if (bound) continue;
    auto time = time_at(text, at);
    if (!time) time = bare_time_at(text, at, found);
    if (time) {
      found.push_back(*time);
      at = time->span.end - 1;
    }
  }
  return found;
}

}  // namespace casewright
