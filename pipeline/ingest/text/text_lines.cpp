#include "ingest/text/text_lines.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"

namespace casewright {
namespace {

constexpr std::size_t deepest_margin = 3;  // lines of a running header or footer

/// A blank line is one without text.
std::vector<TextLine> lines_of(const SourceText& source) {
  std::vector<TextLine> lines;
  const std::string_view all = source.text;
  std::uint32_t page = all.find('\f') == std::string_view::npos ? 0 : 1;
  for (std::size_t from = 0; from < all.size();) {
    const std::size_t end = std::min(all.find_first_of("\r\n\f", from), all.size());
    TextLine line;
    line.raw = all.substr(from, end - from);
    line.text = trim(line.raw);
    line.indent = line.text.empty() ? 0 : static_cast<std::uint32_t>(line.text.data() - line.raw.data());
    line.at = static_cast<std::uint32_t>(from) + line.indent;
    line.page = page;
    lines.push_back(line);
    if (end < all.size() && all[end] == '\f') ++page;
    from = end + (all.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  return lines;
}

/// Numbers made alike and blanks folded, so that "Page 3 of 9" comes again.
std::string pattern_of(std::string_view text) {
  std::string pattern;
  for (const char c : fold_space(text))
    if (c < '0' || c > '9') pattern += c;
    else if (pattern.empty() || pattern.back() != '#') pattern += '#';
  return pattern;
}

/// Marks the outermost lines of pages that come again on other pages.
void mark_furniture(std::vector<TextLine>& lines) {
  std::map<std::uint32_t, std::vector<std::size_t>> pages;
  for (std::size_t at = 0; at < lines.size(); ++at)
    if (lines[at].page > 0 && !lines[at].text.empty()) pages[lines[at].page].push_back(at);
  if (pages.size() < 3) return;
  for (const bool top : {true, false}) {
    std::map<std::string, std::set<std::uint32_t>> seen;
    const auto outer = [&](const std::vector<std::size_t>& page, auto visit) {
      for (std::size_t i = 0; i < std::min(deepest_margin, page.size()); ++i)
        if (!visit(lines[page[top ? i : page.size() - 1 - i]])) return;
    };
    for (const auto& [number, page] : pages)
      outer(page, [&seen, number = number](const TextLine& line) { return seen[pattern_of(line.text)].insert(number), true; });
    const std::size_t least = std::max<std::size_t>(2, pages.size() / 4);
    for (const auto& [number, page] : pages)
      outer(page, [&](TextLine& line) { return line.furniture = line.text.size() < 160 && seen[pattern_of(line.text)].size() >= least; });
  }
}

/// The paragraph that ends a page goes on on the next.
bool goes_on(const TextGroup& group, const TextLine& next) {
  const TextLine& last = group.back();
  if (last.furniture || last.page + 1 != next.page || next.text.empty()) return false;
  const bool ended = std::string_view(".:;!?").find(last.text.back()) != std::string_view::npos;
  return !ended && last.text.size() > 40 && next.text[0] >= 'a' && next.text[0] <= 'z' && list_mark(next.text).words_at == 0;
}

}  // namespace

std::vector<TextGroup> groups_of_text(const SourceText& source) {
  std::vector<TextLine> lines = lines_of(source);
  mark_furniture(lines);
  std::vector<TextGroup> groups(1);
  std::size_t words = 0;  // the last group that is no furniture
  std::uint32_t page = 0;
  for (const TextLine& line : lines) {
    if (line.furniture) {
      groups.push_back({line});
      continue;
    }
    const bool fresh = line.text.empty() || line.page != page || (!groups.back().empty() && groups.back().back().furniture);
    if (!line.text.empty() && line.page != page) {
      page = line.page;
      if (words < groups.size() && !groups[words].empty() && goes_on(groups[words], line)) {
        // What stands behind it is furniture; it comes after the paragraph.
        groups[words].push_back(line);
        std::rotate(groups.begin() + static_cast<std::ptrdiff_t>(words), groups.begin() + static_cast<std::ptrdiff_t>(words) + 1, groups.end());
        words = groups.size() - 1;
        continue;
      }
    }
    if (fresh && !groups.back().empty()) groups.emplace_back();
    if (line.text.empty()) continue;
    groups.back().push_back(line);
    words = groups.size() - 1;
  }
  std::erase_if(groups, [](const TextGroup& group) { return group.empty(); });
  return groups;
}

}  // namespace casewright
