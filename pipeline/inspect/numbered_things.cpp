#include "inspect/numbered_things.h"

#include <algorithm>
#include <array>
#include <vector>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t reach = 48, longest_wording = 3;

bool is_edge(char c) { return std::string_view(" \t:#=.,()").find(c) != std::string_view::npos; }

std::string_view trimmed(std::string_view word) {
  while (!word.empty() && is_edge(word.front())) word.remove_prefix(1);
  while (!word.empty() && is_edge(word.back())) word.remove_suffix(1);
  return word;
}

/// The words of the last line of `text`, in small letters; a full stop before the last of them starts anew.
std::vector<std::string> last_words(std::string_view text) {
  if (const std::size_t line = text.rfind('\n'); line != std::string_view::npos) text.remove_prefix(line + 1);
  std::vector<std::string> words;
  const std::string lowered = ascii_lower(text);
  for (const std::string_view each : split(lowered, ' ')) {
    const std::string_view word = trimmed(each);
    if (!word.empty()) words.emplace_back(word);
    const bool brief = word.size() <= 3;  // "no.", "ref."
    if (each.ends_with('.') && !brief) words.clear();
  }
  return words;
}

bool is_label(std::string_view word) {
  static constexpr std::array<std::string_view, 13> labels{"number", "numbers", "no", "nos", "num", "ref", "reference", "id",
                                                          "code", "is", "was", "identifier", "of"};
  return std::find(labels.begin(), labels.end(), word) != labels.end();
}

/// True where the words end in a thing's name; the longest wording that is listed decides.
bool ends_in_thing(const NumberedThings& things, const std::vector<std::string>& words) {
  for (std::size_t count = std::min(longest_wording, words.size()); count > 0; --count) {
    std::string wording;
    for (std::size_t at = words.size() - count; at < words.size(); ++at) wording += (wording.empty() ? "" : " ") + words[at];
    if (things.contains("-" + wording)) return false;
    if (things.contains(wording)) return true;
  }
  return false;
}

}  // namespace

bool numbers_a_thing(const NumberedThings& things, std::string_view text, Span span) {
  if (things.empty()) return false;
  std::size_t from = span.begin < reach ? 0 : span.begin - reach;
  while (from > 0 && from < span.begin && !is_edge(text[from - 1]) && text[from - 1] != '\n') ++from;  // into no word's middle
  std::vector<std::string> words = last_words(text.substr(from, span.begin - from));
  for (int labels = 0; labels < 2 && !words.empty(); ++labels) {
    if (ends_in_thing(things, words)) return true;
    if (!is_label(words.back())) break;
    words.pop_back();
  }
  if (ends_in_thing(things, words)) return true;
  // "Invoice 3940888888" as a whole.
  const std::string_view inside = text.substr(span.begin, span.length());
  const std::size_t digit = inside.find_first_of("0123456789");
  const std::size_t space = digit == std::string_view::npos ? digit : inside.rfind(' ', digit);
  return space != std::string_view::npos && numbers_a_thing(things, text, {span.begin + static_cast<std::uint32_t>(space) + 1, span.end});
}

}  // namespace casewright
