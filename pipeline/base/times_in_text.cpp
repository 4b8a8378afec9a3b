#include "base/dates.h"

#include <algorithm>
#include <array>
#include <optional>

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
    const bool plain = parts && !stop;
    if (!plain || is_word(read.peek()) || ((read.peek() == '.' || read.peek() == ':') && is_digit(read.peek(1)))) return std::nullopt;
  }
  if (half == 'h' && !four && !parts) return std::nullopt;  // "for 24 hours"
  if (half == 'p' && hour < 12) hour += 12;
  if (half == 'a' && hour == 12) hour = 0;
  if (hour > 24 || minute > 59) return std::nullopt;
  return TimeInText{{static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(read.at)},
                    static_cast<std::int16_t>((hour % 24) * 60 + minute)};
}

}  // namespace

std::vector<TimeInText> find_times(std::string_view text) {
  std::vector<TimeInText> found;
  for (std::size_t at = 0; at < text.size(); ++at) {
    if (!is_digit(text[at]) || !starts_word(text, at)) continue;
    const bool bound = at >= 2 && (text[at - 1] == '.' || text[at - 1] == ':' || text[at - 1] == '/') && is_digit(text[at - 2]);
    if (bound) continue;
    if (const auto time = time_at(text, at)) {
      found.push_back(*time);
      at = time->span.end - 1;
    }
  }
  return found;
}

}  // namespace casewright
