#include "emit/plan/list_style.h"

#include <algorithm>
#include <charconv>

#include "base/roman.h"
#include "base/text.h"

namespace casewright {
namespace {

/// A marker without the brackets and stops around it.
std::string_view core_of(std::string_view marker) {
  while (!marker.empty() && std::string_view("([ ").find(marker.front()) != std::string_view::npos) marker.remove_prefix(1);
  while (!marker.empty() && std::string_view(".)]: ").find(marker.back()) != std::string_view::npos) marker.remove_suffix(1);
  return marker;
}

/// How HTML writes `number` in a list of that type.
std::string written_number(char type, int number) {
  if (type == '1') return std::to_string(number);
  if (type == 'i') return roman(number);
  return number <= 26 ? std::string(1, static_cast<char>('a' + number - 1)) : std::string();
}

/// The number that the first marker stands for, 0 where HTML cannot write it.
int first_number(char type, std::string_view core) {
  if (type == '1') {
    int number = 0;
    const auto read = std::from_chars(core.data(), core.data() + core.size(), number);
    return read.ec == std::errc() && read.ptr == core.data() + core.size() && number > 0 && number < 10000 ? number : 0;
  }
  for (int number = 1; number <= 60; ++number)
    if (written_number(type, number) == core) return number;
  return 0;
}

/// Where every marker follows from the first one: its number; else 0.
int start_of(char type, const Block& list) {
  int start = 0, next = 0;
  for (const Block& item : list.children) {
    if (item.kind != BlockKind::list_item) continue;
    const std::string core = ascii_lower(core_of(item.number));
    if (start == 0) start = next = first_number(type, core);
    if (start == 0 || written_number(type, next++) != core) return 0;
  }
  return start;
}

}  // namespace

ListStyle list_style(const Block& list) {
  if (!list.ordered) return {"ul", "", false};
  const bool marked = std::any_of(list.children.begin(), list.children.end(),
                                  [](const Block& item) { return !item.number.empty(); });
  if (!marked) return {"ol", "", false};
  for (const char type : {'1', 'i', 'a'}) {
    const int start = start_of(type, list);
    if (start == 0) continue;
    // "i." alone may be a roman one or the ninth letter; a list that starts there is a roman one.
    std::string attributes = type == '1' ? "" : std::string(" type=\"") + type + "\"";
    if (start != 1) attributes += " start=\"" + std::to_string(start) + "\"";
    return {"ol", attributes, false};
  }
  return {"ol", " class=\"marked\"", true};
}

}  // namespace casewright
