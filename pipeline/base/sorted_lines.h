#pragma once

#include <algorithm>
#include <cstring>
#include <string_view>

namespace casewright {

/// Where the lines begin behind the remarks, lines of "#", that stand before them.
inline std::size_t end_of_remarks(std::string_view lines) {
  std::size_t end = 0;
  while (end < lines.size() && lines[end] == '#') end = std::min(lines.find('\n', end), lines.size() - 1) + 1;
  return end;
}

/// Where the line begins that holds byte `at`.
inline std::size_t begin_of_line(std::string_view lines, std::size_t at) {
  const void* before = ::memrchr(lines.data(), '\n', at);  // the standard library's own rfind goes byte by byte
  return before == nullptr ? 0 : static_cast<std::size_t>(static_cast<const char*>(before) - lines.data()) + 1;
}

/// The line of `lines` whose key, as `key_of(line)` gives it, is `key`; empty where none has it. The lines are in the order of
/// their keys' bytes, none twice; they are searched as they stand, so that a long list costs nothing until it is asked.
template <class KeyOf>
std::string_view find_line(std::string_view lines, std::string_view key, KeyOf key_of) {
  std::size_t first = 0, end = lines.size();  // the line sought begins here or later, and ends here or earlier
  while (first < end) {
    const std::size_t middle = first + (end - first) / 2;
    const std::size_t begin = std::max(first, begin_of_line(lines, middle));
    const std::size_t stop = std::min(lines.find('\n', begin), lines.size());
    const std::string_view line = lines.substr(begin, stop - begin), here = key_of(line);
    if (here == key) return line;
    if (here < key) first = stop + 1;
    else end = begin;
  }
  return {};
}

}  // namespace casewright
