#include "language/near_names.h"

#include <catch2/catch.hpp>
#include <string>
#include <vector>

#include "language/sound_key.h"
#include "language/word_filter.h"

using namespace casewright;

namespace {

/// True where `word` is met as a slip of `name` alone among names.
bool meets(const std::string& name, const std::string& word) {
  NearNames names;
  names.add(name, 7);
  names.build();
  const std::vector<NearName> found = names.all(word);
  return !found.empty() && found.front().number == 7;
}

}  // namespace

TEST_CASE("one letter lost, added, wrong or swapped is met in names of four letters and more") {
  for (const char* slip : {"jdy", "joody", "jody1", "joyd", "jedy"}) CHECK(meets("jody", slip));
  for (const char* slip : {"macauly", "macaulaey", "macoulay", "macualay"}) CHECK(meets("macaulay", slip));
  CHECK_FALSE(meets("jo", "joe"));
  CHECK_FALSE(meets("jody", "lucy"));
}

TEST_CASE("two letters wrong are met in names of eight letters and more") {
  CHECK(meets("humphreys", "humphers"));
  CHECK_FALSE(meets("larch", "lurcher"));
}

TEST_CASE("another spelling of the same sound is met, in short names where little else differs") {
  for (const auto& [name, slip] : std::vector<std::pair<std::string, std::string>>{
           {"jody", "jodie"}, {"libby", "libbie"}, {"paige", "payge"}, {"soraya", "soraiea"}, {"shaun", "sean"}, {"philippa", "filipa"}})
    CHECK(meets(name, slip));
  CHECK_FALSE(meets("jody", "judaea"));
  CHECK_FALSE(meets("callan", "klein"));
}

TEST_CASE("what a scanner makes of a name is met") {
  for (const auto& [name, slip] : std::vector<std::pair<std::string, std::string>>{
           {"celine", "ce1ine"}, {"aurelia", "aure1ia"}, {"arnold", "amold"}, {"claire", "daire"}, {"oliver", "0liver"}, {"lewis", "levvis"}})
    CHECK(scan_key(name) == scan_key(slip));
  CHECK(scan_key("celine") != scan_key("cedric"));
}

TEST_CASE("a name that is a word too is met only where all slips are asked for") {
  NearNames names;
  names.add("prince", 1, true);
  names.build();
  CHECK(names.near("prunce").empty());
  CHECK(names.all("prunce").size() == 1);
}

TEST_CASE("fewer endings make fewer words pass for known") {
  WordFilter words(4);
  words.add("humph");
  CHECK(words.knows_form_of("humphers"));
  CHECK_FALSE(words.knows_inflection_of("humphers"));
  CHECK(words.knows_inflection_of("humphed"));
}
