#include "base/dates.h"

#include <algorithm>
#include <array>
#include <optional>

#include "base/text.h"
#include "base/text_reader.h"

namespace casewright {
namespace {

int number_word(std::string_view word) {
  static constexpr std::array<std::string_view, 21> words{"zero",   "one",     "two",      "three",    "four",    "five",    "six",
                                                          "seven",  "eight",   "nine",     "ten",      "eleven",  "twelve",  "thirteen",
                                                          "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen", "twenty"};
  const std::string lowered = ascii_lower(word);
  for (std::size_t i = 1; i < words.size(); ++i)
    if (lowered == words[i]) return static_cast<int>(i);
  return lowered == "a" ? 1 : -1;
}

/// Reads one "7 months" into `age`; true where it did.
bool age_part(TextReader& read, AgeInText& age) {
  TextReader next = read;
  int count = next.number(1, 3);
  if (count < 0) {
    const std::string_view word = next.word();
    count = number_word(word);
    if (count < 0) return false;
    next.at += word.size();
  }
  if (!next.spaces() && !next.take('-')) return false;
  const std::string unit = ascii_lower(next.word());
  int* part = unit == "day" || unit == "days"       ? &age.days
              : unit == "week" || unit == "weeks"   ? &age.weeks
              : unit == "month" || unit == "months" ? &age.months
              : unit == "year" || unit == "years"   ? &age.years
                                                    : nullptr;
  if (part == nullptr) return false;
  *part = count;
  next.at += unit.size();
  read = next;
  return true;
}

std::optional<AgeInText> age_at(std::string_view text, std::size_t at) {
  TextReader read{text, at};
  AgeInText age;
  const std::string opening = ascii_lower(read.word());
  const bool aged = opening == "aged" || opening == "age";
  if (aged) {
    read.at += opening.size();
    if (!read.spaces()) return std::nullopt;
    age.form = AgeForm::aged;
  }
  if (!age_part(read, age)) return std::nullopt;
  for (TextReader more = read;; more = read) {
    more.take(',');
    more.spaces();
    if (ascii_lower(more.word()) == "and") {
      more.at += 3;
      more.spaces();
    }
    if (more.at == read.at || !age_part(more, age)) break;
    read = more;
  }
  TextReader old = read;
  const bool hyphen = old.take('-');
  if (hyphen || old.spaces()) {
    if (ascii_lower(old.word()) == "old") {
      read.at = old.at + 3;
      if (!aged) age.form = hyphen ? AgeForm::adjective : AgeForm::old;
    } else if (!aged) {
      return std::nullopt;
    }
  } else if (!aged) {
    return std::nullopt;
  }
  if (age.months == 0 && age.weeks == 0 && age.days == 0) return std::nullopt;
  age.span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(read.at)};
  return age;
}

}  // namespace

std::vector<AgeInText> find_exact_ages(std::string_view text) {
  constexpr std::size_t longest = 64;  // "aged twenty-two years, eleven months and three days"
  constexpr std::uint32_t old = head_of("old"), age = head_of("age");
  std::vector<AgeInText> found;
  std::size_t done = 0;
  const auto search = [&](std::size_t from, std::size_t to) {
    for (std::size_t at = std::max(from, done); at < to; ++at) {
      if (!is_word(text[at]) || !starts_word(text, at)) continue;
      const auto exact = age_at(text, at);
      if (!exact) continue;
      found.push_back(*exact);
      at = exact->span.end - 1;
      done = exact->span.end;
    }
  };
  for (std::size_t at = 0; at + 2 < text.size(); ++at) {
    const char middle = static_cast<char>(text[at + 1] | 0x20);
    if (middle != 'l' && middle != 'g') continue;
    const std::uint32_t head = head_of(text.substr(at, 3));
    if ((head != old && head != age) || !starts_word(text, at)) continue;
    const std::string word = ascii_lower(TextReader{text, at}.word().substr(0, 5));
    if (word == "old") search(at < longest ? 0 : at - longest, at);
    if (word == "aged" || word == "age") search(at, at + 1);
  }
  return found;
}

}  // namespace casewright
