#include "assemble/words_of_path.h"

#include <catch2/catch.hpp>

using namespace casewright;

TEST_CASE("what an XPath asks for is said as a person types it") {
  const auto words = [](std::string_view path) { return typed(steps_of(path)); };
  CHECK(words("reason") == "<reason>...</reason>");
  CHECK(words("panel/chair/name") == "<panel><chair><name>...</name></chair></panel>");
  CHECK(words("publication/@date") == "<publication date=\"...\">...</publication>");
  CHECK(words("@date") == "date=\"...\"");
  CHECK(words("person[@role='subject']/@public") == "<person role=\"subject\" public=\"...\">...</person>");
  CHECK(words("reviewer[1]/post | reason") == "<reviewer><post>...</post></reviewer>");
  CHECK(words("action/@owner-names") == "<action owner=\"...\">...</action>");  // what a file has in its place
}

TEST_CASE("what is more than names is not told as words to type") {
  const auto words = [](std::string_view path) { return typed(steps_of(path)); };
  for (const char* path : {".", "*", "count(chronology/event)", "substring(title, 2)", "$case/title", "section/@*", ""}) CHECK(words(path).empty());
}
