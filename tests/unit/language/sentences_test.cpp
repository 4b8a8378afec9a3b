#include "language/sentences.h"

#include <catch2/catch.hpp>
#include <algorithm>
#include <string>

using namespace casewright;

namespace {

/// The text with a bar where each later sentence begins.
std::string parted(std::string_view text) {
  SentenceFinder finder;
  std::vector<std::uint32_t> begins;
  finder.find(text, begins);
  std::string shown;
  for (std::uint32_t at = 0; at < text.size(); ++at) {
    if (std::find(begins.begin(), begins.end(), at) != begins.end()) shown += '|';
    shown += text[at];
  }
  return shown;
}

}  // namespace

TEST_CASE("sentences end where a reader would say") {
  CHECK(parted("Dr. Smith met Sgt. Jones. They spoke.") == "Dr. Smith met Sgt. Jones. |They spoke.");
  CHECK(parted("Child K. The school knew.") == "Child K. |The school knew.");
  CHECK(parted("Smith Ltd. (the firm) left. It closed.") == "Smith Ltd. (the firm) left. |It closed.");
  CHECK(parted("He came at 10 a.m. on Monday.") == "He came at 10 a.m. on Monday.");
  CHECK(parted("He came at 10 a.m. The nurse was out.") == "He came at 10 a.m. |The nurse was out.");
  CHECK(parted("On Sat. 25 Dec. 2004 he left. She stayed.").find("he left. |She") != std::string::npos);
  CHECK(parted("\"Why?\" she asked. \"Who?\" Mary said.") == "\"Why?\" she asked. |\"Who?\" Mary said.");
  CHECK(parted("3.2. The panel met.") == "3.2. The panel met.");
}

TEST_CASE("sentences without a capital begin too") {
  CHECK(parted("she was cold. nobody came.") == "she was cold. |nobody came.");
  CHECK(parted("approx. two days, incl. the first") == "approx. two days, incl. the first");
  CHECK(parted("see e.g. the note") == "see e.g. the note");
  CHECK(parted("The nurses came. 13 of them went home.") == "The nurses came. |13 of them went home.");
  CHECK(parted("They met on Mon. 13 of May, see para. 4 of the note.") == "They met on Mon. 13 of May, see para. 4 of the note.");
}

TEST_CASE("a web address and a rule of signs part sentences, and are not parted themselves") {
  CHECK(parted("See https://board.example/search?id=4&x=1 for more.") == "See https://board.example/search?id=4&x=1 for more.");
  CHECK(parted("Write to help@board.example The panel met.") == "Write to help@board.example |The panel met.");
  CHECK(parted("The end. ***** The panel met.") == "The end. |***** |The panel met.");
}

TEST_CASE("the parts of a letter stand apart") {
  CHECK(parted("Dear Ms Brown, I am sorry.") == "Dear Ms Brown, |I am sorry.");
  CHECK(parted("I am sorry. Yours sincerely, Pat Green") == "I am sorry. |Yours sincerely, |Pat Green");
}

TEST_CASE("no stops, capitals only and bytes that are no text do no harm") {
  CHECK(parted("the child the house the day") == "the child the house the day");
  CHECK(parted(std::string(20000, 'a')).size() == 20000);
  CHECK(parted("A \xFF\xFE. B \xC3. c") != "");
  std::string many;
  for (int word = 0; word < 3000; ++word) many += "word ";
  CHECK(parted(many).find('|') == std::string::npos);
}
