#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// One line of Braille before it has its page.
struct BrailleLine {
  std::string cells;
  std::string target;         ///< of a line of the contents: the anchor whose page it tells
  std::vector<std::string> anchors;  ///< what begins here
  bool keeps_next = false;    ///< a heading: never the last of a page
};

/// How a block stands on the page, in cells from the left margin.
struct BrailleLayout {
  std::size_t first = 0;   ///< before its first line
  std::size_t others = 0;  ///< before the lines after it
  bool centred = false;
};

/// The size of a page: 40 cells by 25 lines, the last line for the page's number.
inline constexpr std::size_t braille_cells = 40, braille_lines = 25;

/// Breaks cells into lines at spaces; what is longer than a line is cut.
std::vector<BrailleLine> break_braille(std::string_view cells, const BrailleLayout& layout);

/// The lines on numbered pages as a BRF file: lines end with CR LF, pages with a form feed. Lines of the
/// contents get the page of what they point at.
std::string paginate_braille(std::vector<BrailleLine> lines);

/// A whole number in Braille ASCII.
std::string braille_number(std::size_t number);

}  // namespace casewright
