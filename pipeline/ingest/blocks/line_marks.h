#pragma once

#include <cstddef>
#include <string>
#include <string_view>

// What the beginning and the end of a line say: bullets, numbers, captions, entries of a table of contents.
namespace casewright {

/// What a list item begins with.
struct LineMark {
  std::string_view mark;     ///< "-", "a)", "3.", "(iv)"
  std::size_t words_at = 0;  ///< where its words begin; 0 where the line is no item
  bool ordered = false;
};
LineMark list_mark(std::string_view line);

/// True where all letters are capitals and there are `least` of them.
bool in_capitals(std::string_view text, std::ptrdiff_t least = 3);
/// One to three digits and nothing else: the mark of a note, or a page.
bool is_small_number(std::string_view text);

/// The bytes of a bullet at the beginning of a line, or 0; `sure` is false for a dash or letter that may be a word.
struct BulletMark {
  std::size_t bytes = 0;
  bool sure = true;
};
BulletMark bullet_of(std::string_view text);

/// The bytes of "a)", "(iv)", "3." or "B." at the beginning of a line, without the space behind, or 0.
std::size_t ordinal_size(std::string_view text);
/// The number in such a mark where it is one in digits, or 0.
unsigned ordinal_number(std::string_view mark);

/// "Table 3: Contacts", "Figure 2 - ...".
bool is_caption(std::string_view text);
/// True where a line begins with a word and its count: "Recommendation 4:", "Finding 2:".
bool is_counted_label(std::string_view text);

/// The title of a table of contents.
bool is_contents_title(std::string_view text);
/// The same, or the title of a list of tables, or words that lead to contents where what follows is some: "In this report".
bool opens_contents(std::string_view text);
/// Letters and digits alone, small, by which an entry of the contents and the heading that it names are one.
std::string title_key(std::string_view text);
/// How a line ends that leads to a page: at which byte its words end, and on which page.
struct PageLead {
  std::size_t words_end = 0;
  unsigned page = 0;      ///< 0 where the line leads to none
  bool dots = false;      ///< a row of dots stands before the number
};
PageLead page_lead(std::string_view text);

/// True where a sentence ends with this text.
bool ends_sentence(std::string_view text);
/// True where the text begins with a small letter.
bool begins_small(std::string_view text);

}  // namespace casewright
