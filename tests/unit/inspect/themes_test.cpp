#include "inspect/themes.h"

#include <catch2/catch.hpp>

#include "memory_world.h"

using namespace casewright;

TEST_CASE("a text's themes are those whose words stand in it") {
  MemoryWorld world;
  REQUIRE(world.write_file("themes.txt", "# a list\nNeglect: neglect*\nOwn words: child's voice, in her own words\n"));
  const auto themes = Themes::read(world, "themes.txt");
  REQUIRE(themes);
  CHECK(themes->in("How did agencies weigh NEGLECTFUL care?") == std::set<std::string>{"Neglect"});
  CHECK(themes->in("The child\xE2\x80\x99s voice, in her own words.") == std::set<std::string>{"Own words"});
  CHECK(themes->in("Unneglected. The voice of a child.").empty());
}

TEST_CASE("a line that is no theme is a fault with its number") {
  MemoryWorld world;
  REQUIRE(world.write_file("themes.txt", "Neglect: neglect*\nno theme at all\n"));
  const auto themes = Themes::read(world, "themes.txt");
  REQUIRE_FALSE(themes);
  CHECK(themes.faults().front().line == 2);
}
