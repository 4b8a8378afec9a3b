#pragma once

#include <algorithm>
#include <string_view>

namespace casewright {

/// Where the lines begin behind the remarks, lines of "#", that stand before them.
inline std::size_t end_of_remarks(std::string_view lines) {
  std::size_t end = 0;
  while (end < lines.size() && lines[end] == '#') end = std::min(lines.find('\n', end), lines.size() - 1) + 1;
  return end;
}

/// The line of `lines` whose key, as `key_of(line)` gives it, is `key`; empty where none has it. The lines are in the order of
/// their keys' bytes, none twice; they are searched as they stand, so that a long list costs nothing until it is asked.
template <class KeyOf>
std::string_view find_line(std::string_view lines, std::string_view key, KeyOf key_of) {
  std::size_t first = 0, end = lines.size();  // the line sought begins here or later, and ends here or earlier
  while (first < end) {
    const std::size_t middle = first + (end - first) / 2;
    const std::size_t before = middle == first ? std::string_view::npos : lines.rfind('\n', middle - 1);
    const std::size_t begin = before == std::string_view::npos || before < first ? first : before + 1;
    const std::size_t stop = lines.find('\n', begin) == std::string_view::npos ? lines.size() : lines.find('\n', begin);
    const std::string_view line = lines.substr(begin, stop - begin), here = key_of(line);
    if (here == key) return line;
    if (here < key) first = stop + 1;
    else end = begin;
  }
  return {};
}

}  // namespace casewright
