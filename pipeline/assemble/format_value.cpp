#include "assemble/format_value.h"

#include <charconv>

#include "base/dates.h"
#include "base/number_words.h"
#include "base/text.h"

namespace casewright {
namespace {

std::optional<std::string> date_words(std::string_view text, std::string (*write)(const Date&)) {
  const std::optional<Date> date = date_from_iso(trim(text));
  return date ? std::optional(write(*date)) : std::nullopt;
}

std::string year_words(const Date& date) { return std::to_string(date.year); }

/// The first letter changed by `change`, unless the word is an acronym or a code.
std::string first_letter(std::string text, int (*change)(int), bool keep_acronyms) {
  if (text.empty()) return text;
  const bool acronym = text.size() > 1 && std::isupper(static_cast<unsigned char>(text[1])) != 0;
  if (static_cast<unsigned char>(text[0]) < 0x80 && !(keep_acronyms && acronym))
    text[0] = static_cast<char>(change(static_cast<unsigned char>(text[0])));
  return text;
}

std::optional<std::string> ordinal_words(std::string_view text) {
  constexpr unsigned most_in_words = 10;
  unsigned number = 0;
  const std::string_view digits = trim(text);
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), number);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || number == 0) return std::nullopt;
  return number <= most_in_words ? place_in_words(number) : place_in_digits(number);
}

std::string list_words(const xpath::Answer& value) {
  std::vector<std::string> items;
  for (const xpath::Node& node : value.nodes)
    if (std::string item = fold_space(node.content()); !item.empty()) items.push_back(std::move(item));
  return value.of_nodes ? list_in_words(items) : fold_space(value.text);
}

std::string count_words(const xpath::Answer& value) {
  return value.of_nodes ? std::to_string(value.nodes.size()) : fold_space(value.text);
}

}  // namespace

std::optional<std::string> format_value(Format format, const xpath::Answer& value) {
  switch (format) {
    case Format::plain: return fold_space(value.text);
    case Format::date: return date_words(value.text, long_form);
    case Format::month_year: return date_words(value.text, month_and_year);
    case Format::year: return date_words(value.text, year_words);
    case Format::list: return list_words(value);
    case Format::count: return count_words(value);
    case Format::lower: return first_letter(fold_space(value.text), std::tolower, true);
    case Format::capital: return first_letter(fold_space(value.text), std::toupper, false);
    case Format::ordinal: return ordinal_words(value.text);
  }
  return std::nullopt;
}

}  // namespace casewright
