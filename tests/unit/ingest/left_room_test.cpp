#include <catch2/catch.hpp>

#include "model/container.h"

using namespace casewright;

TEST_CASE("a name fits the room of a bar only where it is as wide") {
  LeftRoom room;
  room.letters.fill(5);
  room.letters['W' - ' '] = 9;
  room.exact = 0.35f;
  room.width = 24;
  CHECK(fits(room, "Wren"));
  CHECK_FALSE(fits(room, "Rowan"));
  CHECK_FALSE(fits(room, ""));
  room.width = 20;
  CHECK(fits(room, "Zo\xC3\xAB-"));  // one letter of two bytes
}
