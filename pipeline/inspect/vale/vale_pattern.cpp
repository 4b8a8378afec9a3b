#include "inspect/vale/vale_pattern.h"

namespace casewright {
namespace {

/// How many bytes of a named group's head stand after its bracket ("?<name>", "?P<name>"); 0 for any other group.
std::size_t name_of_group(std::string_view after) {
  const std::size_t open = after.starts_with("?P<") ? 3 : after.starts_with("?<") ? 2 : 0;
  if (open == 0 || after.size() <= open || after[open] == '=' || after[open] == '!') return 0;
  const std::size_t close = after.find('>', open);
  return close == std::string_view::npos ? 0 : close + 1;
}

bool refers_back(std::string_view pattern) {
  if (pattern.find("(?P=") != std::string_view::npos) return true;
  for (std::size_t at = 0; at + 1 < pattern.size(); ++at) {
    if (pattern[at] != '\\') continue;
    const char next = pattern[++at];
    if ((next >= '1' && next <= '9') || next == 'k') return true;
  }
  return false;
}

/// Where the class that opens at `at` ends; a bracket right after its head is a plain character.
std::size_t end_of_class(std::string_view pattern, std::size_t at) {
  std::size_t next = at + 1;
  if (next < pattern.size() && pattern[next] == '^') ++next;
  if (next < pattern.size() && pattern[next] == ']') ++next;
  while (next < pattern.size() && pattern[next] != ']') {
    if (pattern[next] == '\\') ++next;
    const bool named = pattern.substr(next).starts_with("[:");
    const std::size_t close = named ? pattern.find(":]", next + 2) : std::string_view::npos;
    next = close != std::string_view::npos ? close + 2 : next + 1;
  }
  return next < pattern.size() ? next : pattern.size() - 1;
}

std::string without_groups(std::string_view pattern) {
  std::string plain;
  for (std::size_t at = 0; at < pattern.size(); ++at) {
    const char c = pattern[at];
    if (c == '\\' && at + 1 < pattern.size()) {
      plain += pattern.substr(at++, 2);
    } else if (c == '[') {
      const std::size_t end = end_of_class(pattern, at);
      plain += pattern.substr(at, end + 1 - at);
      at = end;
    } else if (c == '(') {
      const std::size_t name = name_of_group(pattern.substr(at + 1));
      plain += name > 0 || at + 1 >= pattern.size() || pattern[at + 1] != '?' ? "(?:" : "(";
      at += name;
    } else {
      plain += c;
    }
  }
  return plain;
}

}  // namespace

std::string pattern_of_vale(std::string_view pattern) {
  std::string read = refers_back(pattern) ? std::string(pattern) : without_groups(pattern);
  if (!read.empty() && read.front() == ' ') read.replace(0, 1, "[ ]");
  const bool escaped = read.size() > 1 && read[read.size() - 2] == '\\';
  if (!read.empty() && read.back() == ' ' && !escaped) read.replace(read.size() - 1, 1, "[ ]");
  return read;
}

std::string between_boundaries(const std::string& pattern, bool whole_words) {
  return whole_words ? "\\b(?:" + pattern + ")\\b" : "(?:" + pattern + ")";
}

bool plain_words(std::string_view text) { return text.find_first_of("()[]|~^$\\*+?.{}") == std::string_view::npos; }

}  // namespace casewright
