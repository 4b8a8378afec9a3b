#include "base/softer_words.h"

#include <algorithm>
#include <array>
#include <span>

#include "base/among.h"
#include "base/letters.h"
#include "base/number_words.h"
#include "base/text.h"
#include "base/text_reader.h"

namespace casewright {
namespace {

/// Takes the next word where it is `word`, which is small, whatever its capitals.
bool takes(TextReader& read, std::string_view word) {
  const std::string_view next = read.word();
  const auto alike = [](char a, char b) { return (is_capital(a) ? a | 0x20 : a) == b; };
  if (!std::equal(next.begin(), next.end(), word.begin(), word.end(), alike)) return false;
  read.at += word.size();
  return true;
}

/// True where a word of `text` from `at` on begins like one of those: most texts tell no such thing, and this alone says so.
template <std::size_t count>
bool begins_like(const std::array<std::uint32_t, count>& heads, std::string_view text, std::size_t at) {
  if (at + 3 > text.size() || !among(heads, head_of(text.substr(at, 3)))) return false;
  return starts_word(text, at) || (at > 1 && text.substr(at - 2, 2) == "\xC2\xA0");
}

/// "in the afternoon", "at night", "am", "p.m." behind a time.
std::string_view part_behind(TextReader& read) {
  TextReader next = read;
  next.spaces();
  std::string_view part;
  if (takes(next, "in") && next.spaces() && takes(next, "the") && next.spaces()) {
    for (const std::string_view each : {"morning", "afternoon", "evening", "night"})
      if (takes(next, each)) part = each;
  } else if (takes(next, "at") && next.spaces() && takes(next, "night")) {
    part = "night";
  } else if (takes(next, "am")) {
    part = "morning";
  }
  if (!part.empty()) read = next;
  return part;
}

/// "half past three", "quarter to ten", "twenty past eight".
bool told_time(TextReader& read) {
  TextReader next = read;
  bool counted = false;
  for (const std::string_view each : {"half", "quarter", "five", "ten", "twenty"})
    if (!counted && takes(next, each)) counted = next.spaces();
  if (!counted || !(takes(next, "past") || takes(next, "to")) || !next.spaces()) return false;
  for (const std::string_view each : std::span(number_names).subspan(1, 12))
    if (takes(next, each)) {
      read = next;
      return true;
    }
  return false;
}

/// Where the "a" of "a quarter to ten" stands, also at the end of the line before; `at` where there is none.
std::size_t with_article(std::string_view text, std::size_t at) {
  if ((text[at] | 0x20) != 'q') return at;
  std::size_t end = at;
  while (end > 0) {
    if (is_space(text[end - 1])) --end;
    else if (end > 1 && text.substr(end - 2, 2) == "\xC2\xA0") end -= 2;
    else break;
  }
  const bool article = end < at && end > 0 && (text[end - 1] | 0x20) == 'a' && starts_word(text, end - 1);
  return article ? end - 1 : at;
}

}  // namespace

std::string_view part_of_day(int minute) {
  const int hour = minute / 60;
  if (hour >= 5 && hour < 12) return "morning";
  if (hour >= 12 && hour < 17) return "afternoon";
  if (hour >= 17 && hour < 22) return "evening";
  return "night";
}

std::string in_part_of_day(std::string_view part) { return part == "night" ? "at night" : "in the " + std::string(part); }

std::string softer_age(const AgeInText& age) {
  const int months = age.years * 12 + age.months + (age.weeks * 7 + age.days) * 12 / 365;
  std::string words;
  const bool adjective = age.form == AgeForm::adjective;
  if (months < 1) words = adjective ? "very young" : "under one month";
  else if (months < 24) words = std::to_string(months) + (adjective ? "-month" : months == 1 ? " month" : " months");
  else words = std::to_string(months / 12) + (adjective ? "-year" : " years");
  if (adjective && months >= 1) words += "-old";
  if (age.form == AgeForm::old) words += " old";
  if (age.form == AgeForm::aged) words = "aged " + words;
  return words;
}

std::vector<ToldTime> told_times(std::string_view text) {
  constexpr std::array<std::uint32_t, 5> heads{head_of("hal"), head_of("qua"), head_of("fiv"), head_of("ten"), head_of("twe")};
  std::vector<ToldTime> found;
  for (std::size_t at = 0; at + 3 <= text.size(); ++at) {
    if (!begins_like(heads, text, at)) continue;
    TextReader read{text, at};
    if (!told_time(read)) continue;
    const std::string_view part = part_behind(read);
    found.push_back({{static_cast<std::uint32_t>(with_article(text, at)), static_cast<std::uint32_t>(read.at)}, part});
    at = read.at - 1;
  }
  return found;
}

std::string softer_words(std::string_view words) {
  if (const auto times = find_times(words); !times.empty()) return in_part_of_day(part_of_day(times.front().minute));
  if (const auto times = told_times(words); !times.empty() && !times.front().part.empty()) return in_part_of_day(times.front().part);
  if (const auto ages = find_exact_ages(words); !ages.empty()) return softer_age(ages.front());
  if (const auto named = named_days("on " + std::string(words)); !named.empty())
    return named.front().date.month == 0   ? "the spring"
           : named.front().date.year != 0 ? month_and_year(named.front().date)
                                          : std::string(month_name(named.front().date.month));
  return {};
}

}  // namespace casewright
