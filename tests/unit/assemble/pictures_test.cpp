#include <catch2/catch.hpp>

#include "assemble/family_picture.h"
#include "assemble/kinship.h"
#include "assemble/recommendations_picture.h"

using namespace casewright;

namespace {

Record person(const std::string& id, const std::string& role, const std::string& name, const std::string& sex,
              const std::vector<std::pair<std::string, std::string>>& kin = {}) {
  Record made;
  made.name = "person";
  made.set_attribute("id", id);
  made.set_attribute("role", role);
  made.set_attribute("public", name);
  made.set_attribute("sex", sex);
  for (const auto& [to, how] : kin) {
    Record tie;
    tie.name = "kin";
    tie.set_attribute("to", to);
    tie.set_attribute("how", how);
    made.children.push_back(tie);
  }
  return made;
}

PublicCase family() {
  PublicCase known;
  known.people = {person("P1", "subject", "Child T", "male"), person("P2", "mother", "Mother", "female", {{"P1", "parent"}}),
                  person("P3", "father", "Father", "male", {{"P1", "parent"}}),
                  person("P4", "other", "Mother's Partner", "", {{"P2", "partner"}}),
                  person("P5", "practitioner", "Social Worker 1", "female", {{"P2", "sibling"}}),
                  person("P6", "friend", "Neighbour 1", "female")};
  return known;
}

Record recommendation(const std::string& id, const std::string& owner, const std::string& due) {
  Record made;
  made.name = "recommendation";
  made.set_attribute("id", id);
  made.set_attribute("owner", owner);
  made.set_attribute("due", due);
  return made;
}

std::size_t count_of(const Scene& scene, const std::string& text) {
  std::size_t count = 0;
  for (const Shape& each : scene.shapes) count += each.text == text;
  return count;
}

}  // namespace

TEST_CASE("words for a relation come to kin, and what is no kin stays out") {
  CHECK(kin_of("mother") == Kin::parent);
  CHECK(kin_of("half-brother") == Kin::sibling);
  CHECK(kin_of("Maternal grandmother") == Kin::grandparent);
  CHECK(kin_of("step-father") == Kin::parent);
  CHECK(kin_of("former partner") == Kin::none);
  CHECK(kin_of("mother-in-law") == Kin::none);
  CHECK(kin_of("neighbour") == Kin::none);
}

TEST_CASE("the family tree shows who is related, by public names, and leaves professionals and friends out") {
  const auto figure = family_figure(family());
  REQUIRE(figure.has_value());
  const Scene& scene = *figure->picture->scene;
  CHECK(count_of(scene, "Child T") == 1);
  CHECK(count_of(scene, "Mother's Partner") == 1);
  CHECK(count_of(scene, "Social Worker 1") == 0);
  CHECK(count_of(scene, "Neighbour 1") == 0);
  const std::string& words = figure->picture->alternative;
  CHECK(words.find("Mother and Father are the parents of Child T.") != std::string::npos);
  CHECK(words.find("Mother and Mother's Partner are partners.") != std::string::npos);
  for (const Shape& each : scene.shapes) {
    CHECK(each.x >= 0);
    CHECK(each.x <= scene.width);
    CHECK(each.y <= scene.height);
  }
  REQUIRE(figure->children.size() == 2);
  CHECK(figure->children[1].children.size() == 6);  // caption, header and four people
}

TEST_CASE("a family of two needs no tree, and one in a circle ends") {
  PublicCase known;
  known.people = {person("P1", "subject", "Child T", "male"), person("P2", "mother", "Mother", "female", {{"P1", "parent"}})};
  CHECK(!family_figure(known).has_value());
  known.people = {person("P1", "subject", "A", "male", {{"P2", "parent"}}), person("P2", "mother", "B", "female", {{"P3", "parent"}}),
                  person("P3", "father", "C", "male", {{"P1", "parent"}, {"P3", "sibling"}, {"P9", "parent"}})};
  CHECK(family_figure(known).has_value());
}

TEST_CASE("recommendations stand by who must act and by when") {
  PublicCase known;
  known.agencies = {{"A1", "", "Children's Social Care", "Social care", ""}, {"A2", "", "The police", "", ""}};
  Record section;
  section.name = "section";
  section.children = {recommendation("R1", "A1 A2", "2016-09"), recommendation("R2", "A1", "2016-11"), recommendation("R3", "A1", "soon")};
  known.sections = {section};
  const auto figure = recommendations_figure(known);
  REQUIRE(figure.has_value());
  CHECK(count_of(*figure->picture->scene, "R1") == 2);
  CHECK(count_of(*figure->picture->scene, "R3") == 0);
  CHECK(figure->picture->alternative ==
        "2 recommendations fall due from September 2016 to November 2016. Social care: R1 by September 2016, R2 by November 2016. The police: R1 by September 2016.");
  known.sections[0].children.pop_back();
  known.sections[0].children.pop_back();
  CHECK(!recommendations_figure(known).has_value());
}
