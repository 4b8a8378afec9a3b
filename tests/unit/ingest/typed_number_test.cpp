#include "ingest/values/typed_number.h"

#include <catch2/catch.hpp>

using namespace casewright;

TEST_CASE("the number that is typed before a heading is taken off") {
  for (const auto& [heading, number, words] : {std::tuple{"Section Nine – Steps taken", 9u, "Steps taken"}, {"Part B: the family", 2u, "the family"}, {"Chapter 12 Lessons", 12u, "Lessons"},
                                               {"6.2 Was she heard?", 2u, "Was she heard?"}, {"11. Contacts", 11u, "Contacts"}, {"4 Family", 4u, "Family"}, {"(iv) to tell the school", 0u, "to tell the school"},
                                               {"b) Visits", 2u, "Visits"}, {"a. A child is seen.", 1u, "A child is seen."}}) {
    CAPTURE(heading);
    CHECK(typed_number(heading).number == number);
    CHECK(without_typed_number(heading) == words);
  }
  CHECK(typed_number("Section Nine – Steps taken").named);
  CHECK(typed_number("6.2 Was she heard?").dotted);
  CHECK(typed_number("6.2 Was she heard?").before == "6.");
  CHECK_FALSE(typed_number("11. Contacts").named);
}

TEST_CASE("words that begin with a day, a time or an article have no typed number") {
  for (const std::string_view heading : {"3 October 2014", "24 hours later", "999 calls", "2014 and 2015", "A child in need", "Part of the plan", "Part I play in this", "Sections and parts", "I read the file", "Section", "7", "3-5 March", ""}) {
    CAPTURE(heading);
    CHECK(typed_number(heading).words == 0);
    CHECK(without_typed_number(heading) == heading);
  }
}
