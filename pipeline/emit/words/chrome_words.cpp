#include "emit/words/chrome_words.h"

#include "emit/words/html_text.h"

namespace casewright {
namespace {

/// One row a language; to add one, copy the first and put every field into it.
constexpr ChromeWords languages[] = {
    {.language = "en", .to_write = "To write:", .notes = "Notes", .note = "Note", .back_to_note = "Back to the text of note",
     .page = "Page", .of = "of", .published = "Published", .picture = "Picture:", .same_as_table = "The same as a table",
     .skip = "Skip to main content", .leave = "Exit this page", .contents = "Contents", .related = "Also published",
     .contact = "Contact", .accessibility = "Accessibility", .support_title = "This document may be hard to read",
     .support_words = "It tells of harm to a child. If it troubles you, or you are worried about a child, these people can "
                      "help. In an emergency call",
     .untitled = "Untitled document", .table = "Table", .go_to = "Go to", .link_to = "Link to",
     .write_email = "Write an email to this address", .call_number = "Call this number",
     .months = {"January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December"}},
    {.language = "cy", .to_write = "I'w ysgrifennu:", .notes = "Nodiadau", .note = "Nodyn", .back_to_note = "Yn \xC3\xB4l at destun nodyn",
     .page = "Tudalen", .of = "o", .published = "Cyhoeddwyd", .picture = "Llun:", .same_as_table = "Yr un peth fel tabl",
     .skip = "Neidio i'r prif gynnwys", .leave = "Gadael y dudalen hon", .contents = "Cynnwys", .related = "Cyhoeddwyd hefyd",
     .contact = "Cysylltu", .accessibility = "Hygyrchedd", .support_title = "Gall y ddogfen hon fod yn anodd ei darllen",
     .support_words = "Mae'n s\xC3\xB4n am niwed i blentyn. Os yw'n peri gofid i chi, neu os ydych yn poeni am blentyn, gall y bobl hyn "
                      "helpu. Mewn argyfwng ffoniwch",
     .untitled = "Dogfen heb deitl", .table = "Tabl", .go_to = "Mynd i", .link_to = "Dolen i",
     .write_email = "Ysgrifennu e-bost i'r cyfeiriad hwn", .call_number = "Ffonio'r rhif hwn",
     .months = {"Ionawr", "Chwefror", "Mawrth", "Ebrill", "Mai", "Mehefin", "Gorffennaf", "Awst", "Medi", "Hydref", "Tachwedd", "Rhagfyr"}},
};

}  // namespace

const ChromeWords& chrome_words(std::string_view language) {
  for (const ChromeWords& each : languages)
    if (language.substr(0, language.find('-')) == each.language) return each;
  return languages[0];
}

std::string date_words(const Date& date, const ChromeWords& words) {
  std::string out = date.day == 0 ? "" : std::to_string(date.day) + " ";
  if (date.month >= 1 && date.month <= 12) out.append(words.months[date.month - 1]).append(" ");
  return out + std::to_string(date.year);
}

std::string Chrome::both(std::string_view ChromeWords::*field) const {
  std::string out;
  if (board != nullptr) {
    out.append("<span lang=\"").append(board->language).append("\">");
    append_html(out, board->*field);
    out += "</span> / ";
  }
  append_html(out, own.*field);
  return out;
}

std::vector<Inline> Chrome::runs(std::string_view ChromeWords::*field) const {
  std::vector<Inline> out;
  if (board != nullptr) {
    out.push_back(text_inline(std::string(board->*field)));
    out.back().language = board->language;
    out.push_back(text_inline(" / "));
  }
  out.push_back(text_inline(std::string(own.*field)));
  return out;
}

std::string Chrome::plain(std::string_view ChromeWords::*field) const {
  std::string out;
  for (const Inline& run : runs(field)) out += run.text;
  return out;
}

Chrome chrome_of(std::string_view document_language, std::string_view board_language) {
  const ChromeWords& own = chrome_words(document_language.empty() ? board_language : document_language);
  const ChromeWords& board = chrome_words(board_language);
  return {own, board_language.empty() || &board == &own ? nullptr : &board};
}

}  // namespace casewright
