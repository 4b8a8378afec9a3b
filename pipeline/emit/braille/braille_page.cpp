#include "emit/braille/braille_page.h"

#include <algorithm>
#include <unordered_map>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t text_lines = braille_lines - 1;
constexpr std::size_t keep_lines = 2;  // lines that must stand below a heading

/// Gives every line its page: a heading goes over to the next page rather than stand at the foot of one.
std::vector<std::size_t> pages_of(const std::vector<BrailleLine>& lines) {
  std::vector<std::size_t> pages;
  std::size_t page = 1, row = 0;
  for (std::size_t at = 0; at < lines.size(); ++at) {
    std::size_t group = at;
    while (group < lines.size() && lines[group].keeps_next && group - at < text_lines / 2) ++group;
    const std::size_t needed = group == at ? 1 : group - at + keep_lines;
    const bool began_group = at == 0 || !lines[at - 1].keeps_next;
    if (row == text_lines || (began_group && group != at && row + needed > text_lines)) ++page, row = 0;
    pages.push_back(page);
    if (row != 0 || !lines[at].cells.empty()) ++row;  // an empty line at the top of a page is left out
  }
  return pages;
}

std::string right_aligned(std::string left, const std::string& number, char leader) {
  const std::size_t room = braille_cells - std::min(braille_cells, number.size());
  left.resize(std::min(left.size(), room));
  if (left.size() + 2 < room && leader != ' ') {
    left += ' ';
    left.append(room - left.size() - 1, leader);
  }
  left.append(room - left.size(), ' ');
  return left + number;
}

}  // namespace

std::string braille_number(std::size_t number) {
  std::string cells = "#";
  for (const char digit : std::to_string(number)) cells += digit == '0' ? 'J' : static_cast<char>('A' + digit - '1');
  return cells;
}

std::vector<BrailleLine> break_braille(std::string_view cells, const BrailleLayout& layout) {
  std::vector<BrailleLine> lines;
  std::string line(layout.first, ' ');
  bool empty = true;
  const std::size_t width = layout.centred ? braille_cells - 8 : braille_cells;
  const auto finish = [&] {
    if (layout.centred) line.insert(0, (braille_cells - std::min(braille_cells, line.size())) / 2, ' ');
    lines.push_back({std::move(line), {}, {}, false});
    line.assign(layout.others, ' ');
    empty = true;
  };
  for (std::string_view word : split(cells, ' ')) {
    if (word.empty()) continue;
    if (!empty && line.size() + 1 + word.size() > width) finish();
    if (!empty) line += ' ';
    while (line.size() + word.size() > width) {  // longer than a line: a web address, a hash
      const std::size_t room = width - line.size();
      line += word.substr(0, room);
      word.remove_prefix(room);
      finish();
    }
    line += word;
    empty = empty && word.empty();
  }
  if (!empty) finish();
  return lines;
}

std::string paginate_braille(std::vector<BrailleLine> lines) {
  const std::vector<std::size_t> pages = pages_of(lines);
  std::unordered_map<std::string, std::size_t> page_of;
  for (std::size_t at = 0; at < lines.size(); ++at)
    for (const std::string& anchor : lines[at].anchors) page_of.emplace(anchor, pages[at]);
  std::string file;
  std::size_t page = 1, row = 0;
  const auto end_page = [&] {
    for (; row < text_lines; ++row) file += "\r\n";
    file += right_aligned("", braille_number(page), ' ') + "\r\n\f";
    row = 0;
  };
  for (std::size_t at = 0; at < lines.size(); ++at) {
    if (pages[at] != page) {
      end_page();
      page = pages[at];
    }
    BrailleLine& line = lines[at];
    if (row == 0 && line.cells.empty()) continue;
    if (const auto found = page_of.find(line.target); !line.target.empty() && found != page_of.end())
      line.cells = right_aligned(std::move(line.cells), " " + braille_number(found->second), '"');
    file += line.cells + "\r\n";
    ++row;
  }
  end_page();
  file.pop_back();  // no page follows the last one
  return file;
}

}  // namespace casewright
