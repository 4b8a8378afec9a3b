// What the written voice of a child tells of whether the child was spoken to.
#include "ingest/values/answers.h"

#include <catch2/catch.hpp>

using namespace casewright;

TEST_CASE("a voice that quotes the child or tells of an answer shows that the child was spoken to", "[answers]") {
  CHECK(spoken_to_in("\"I had to find my brother's shoe.\"", Answer::yes) == Answer::yes);
  CHECK(spoken_to_in("Says she likes reading.", Answer::yes) == Answer::yes);
  CHECK(spoken_to_in("Nodded when asked if she felt safe.", Answer::yes) == Answer::yes);
  CHECK(spoken_to_in("\"I told them it was fine.\"", Answer::alone) == Answer::alone);
}

TEST_CASE("what a child does, what others say and a child who was not seen show nothing", "[answers]") {
  CHECK(spoken_to_in("", Answer::alone) == Answer::not_recorded);
  CHECK(spoken_to_in("Held on to nurse's tunic.", Answer::yes) == Answer::not_recorded);
  CHECK(spoken_to_in("Mother says he is happy.", Answer::yes) == Answer::not_recorded);
  CHECK(spoken_to_in("Said he was fine.", Answer::no) == Answer::not_recorded);
  CHECK(spoken_to_in("\"Where is my sister?\"", Answer::not_recorded) == Answer::not_recorded);
}

TEST_CASE("\"not spoken to\" is an answer", "[answers]") {
  CHECK(spoken_to_in("On settee, quiet, not spoken to.", Answer::yes) == Answer::no);
  CHECK(spoken_to_in("Brother not spoken to. Sister nodded when asked if she felt safe.", Answer::yes) == Answer::yes);
}
