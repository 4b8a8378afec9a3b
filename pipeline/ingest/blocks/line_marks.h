#pragma once

#include <cstddef>
#include <string_view>

namespace casewright {

/// What a list item begins with.
struct LineMark {
  std::string_view mark;     ///< "-", "a)", "3.", "(iv)"
  std::size_t words_at = 0;  ///< where its words begin; 0 where the line is no item
  bool ordered = false;
};
LineMark list_mark(std::string_view line);

/// "Methodology ........ 7": a line that leads to a page.
bool is_contents_line(std::string_view line);
/// What stands over a table of contents.
bool is_contents_title(std::string_view line);
/// "Table 3: Contacts", "Figure 2. ...".
bool is_caption_line(std::string_view line);
/// True where all letters are capitals and there are `least` of them.
bool in_capitals(std::string_view text, std::ptrdiff_t least = 3);
/// One to three digits and nothing else: the mark of a note, or a page.
bool is_small_number(std::string_view text);

}  // namespace casewright
