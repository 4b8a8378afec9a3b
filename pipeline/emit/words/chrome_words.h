#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "model/document.h"

namespace casewright {

/// What the writers themselves say around a report, in one language.
struct ChromeWords {
  std::string_view language;  ///< "cy"
  std::string_view to_write, notes, note, back_to_note, page, of, published, picture, same_as_table;
  std::string_view skip, leave, contents, related, contact, accessibility;
  std::string_view support_title, support_words;
  std::string_view untitled, table;
  std::string_view go_to, link_to, write_email, call_number;  ///< what a link says of itself
  std::string_view months[12];
};

/// The date as that language writes it: "7 May 2026", "7 Mai 2026".
std::string date_words(const Date& date, const ChromeWords& words);

/// The words of that language (BCP 47), English where there are none.
const ChromeWords& chrome_words(std::string_view language);

/// The words of a document's language with those of its board's beside them where that is another: headings of the
/// page itself then stand in both.
struct Chrome {
  const ChromeWords& own;
  const ChromeWords* board = nullptr;

  /// HTML of the words of one field in both languages, the board's first and marked as such.
  std::string both(std::string_view ChromeWords::*field) const;
  /// The same as runs, the board's marked with its language.
  std::vector<Inline> runs(std::string_view ChromeWords::*field) const;
  /// The same as plain words, for what stands at the edge of a page.
  std::string plain(std::string_view ChromeWords::*field) const;
};

/// The chrome of a document in one language on the pages of a board with another.
Chrome chrome_of(std::string_view document_language, std::string_view board_language);

}  // namespace casewright
