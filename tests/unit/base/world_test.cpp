#include "base/world.h"

#include <catch2/catch.hpp>

#include "memory_world.h"

using namespace casewright;

TEST_CASE("paths are compared part by part") {
  CHECK(plain_path("a//b/./c/../d/") == "a/b/d");
  CHECK(plain_path("../x") == "../x");
  CHECK(plain_path("a/../../x") == "../x");
  CHECK(plain_path("/../x/") == "/x");
  CHECK(plain_path("./") == ".");
  CHECK(plain_path("/") == "/");
  CHECK(lies_in("a/b", "a"));
  CHECK(lies_in("a", "a"));
  CHECK_FALSE(lies_in("ab", "a"));
  CHECK_FALSE(lies_in("a", "a/b"));
  CHECK(lies_in("/a", "/"));
}

TEST_CASE("a world without a disk lists, replaces and exchanges") {
  MemoryWorld world;
  world.make_folders("site/old");
  world.write_file("site/old/a", "1");
  world.make_folders("next");
  world.write_file("next/b", "2");
  CHECK(world.list_folder("site")->size() == 1);
  CHECK(world.kind_of("site/old") == PathKind::folder);
  REQUIRE(world.replace("next", "site").ok());
  CHECK(world.tree("site") == std::map<Path, std::string>{{"b", "2"}});
  CHECK(world.tree("next") == std::map<Path, std::string>{{"old/a", "1"}});
  CHECK_FALSE(world.write_file("nowhere/a", "1").ok());
}
