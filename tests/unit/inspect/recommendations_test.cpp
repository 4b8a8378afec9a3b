#include "inspect/recommendations/recommendations.h"

#include <catch2/catch.hpp>

#include "ingest/html/html_reader.h"
#include "inspect/sections/section_recogniser.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

std::vector<RecommendationSeen> found_in(const std::string& body) {
  auto reading = read_html("<!DOCTYPE html><html lang=\"en-GB\"><head><title>Invented</title></head><body><h1>Invented</h1>" + body + "</body></html>", "x.html");
  REQUIRE(reading.ok());
  const Prose prose = read_prose(reading->document, reading->container);
  const auto found = recommendations_in(prose, reading->document, recognise_sections(prose, {}));
  for (const RecommendationSeen& each : found) CHECK(prose.view(each.span).substr(0, 8) == each.text.substr(0, 8));
  return found;
}

}  // namespace

TEST_CASE("a recommendation keeps its number, its items and the lines under it") {
  const auto found = found_in(
      "<h2>Recommendations</h2><h3>Recommendation 2: Interpreters</h3><p>The trust should:</p><ul><li>book early;</li><li>write down who spoke.</li></ul>"
      "<p>Lead: The trust</p><p>By when: June 2017</p><p>Outcome: Children are heard.</p><p>Status: on track</p>");
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "2");
  CHECK(found[0].numbered);
  CHECK(found[0].text == "The trust should: book early; write down who spoke.");
  CHECK(found[0].owner == "The trust");
  CHECK(found[0].due == "June 2017");
  CHECK(found[0].outcome == "Children are heard.");
  CHECK(found[0].progress == "on track");
}

TEST_CASE("what is told again in a plan counts once and brings what it adds") {
  const auto found = found_in(
      "<h2>Recommendations</h2><p>1. The Board should agree a pathway for bruising.</p>"
      "<h2>Action plan</h2><table><tr><th>No</th><th>Recommendation</th><th>Owner</th><th>Due</th></tr>"
      "<tr><td>1</td><td>The Board should agree a pathway for bruising</td><td>Board manager</td><td>May 2018</td></tr></table>");
  REQUIRE(found.size() == 1);
  CHECK(found[0].owner == "Board manager");
  CHECK(found[0].due == "May 2018");
}

TEST_CASE("what others recommended is no recommendation of the review") {
  CHECK(found_in("<h2>Analysis</h2><p>NICE recommends that babies are seen. The 2009 panel recommended that staff be trained.</p>"
                 "<h2>Recommendations from previous reviews</h2><p>Recommendation 1: Schools should keep a log.</p>"
                 "<h2>Learning</h2><p>Learning point 1: Staff should ask.</p>").empty());
}

TEST_CASE("a report without a heading or with nothing in it gives none") {
  CHECK(found_in("").empty());
  CHECK(found_in("<p>The family should have been told.</p><table><tr><td></td></tr></table><ul><li></li></ul>").empty());
}

TEST_CASE("an agency that stands before what it is asked is the owner, and a theme before it is not") {
  const auto found = found_in(
      "<h2>Recommendations</h2><ul><li><b>Police:</b> Change the form for injuries by May 2022.</li><li>Housing association \xE2\x80\x93 to report on repairs.</li></ul>");
  REQUIRE(found.size() == 2);
  CHECK(found[0].owner == "Police");
  CHECK(found[0].text == "Change the form for injuries by May 2022.");
  CHECK(found[1].owner == "Housing association");
  CHECK(found_in("<h2>Analysis</h2><p>Police: hold records of eleven calls.</p>").empty());
}

TEST_CASE("a cell that holds several recommendations of an agency is parted, and one with items is not") {
  const auto parted = found_in(
      "<h2>Recommendations</h2><table><tr><th>Agency</th><th>Recommendations</th></tr>"
      "<tr><td>Police</td><td><ul><li>Stop using the word absent.</li><li>Tell the school on the same day.</li></ul></td></tr>"
      "<tr><td>Health</td><td><p>The trust should:</p><ul><li>book early;</li><li>write down who spoke.</li></ul></td></tr></table>");
  REQUIRE(parted.size() == 3);
  CHECK(parted[1].text == "Tell the school on the same day.");
  CHECK(parted[1].owner == "Police");
  CHECK(parted[2].text == "The trust should: book early; write down who spoke.");
}

TEST_CASE("a line that can only head what is asked opens a part, and what is told of following up is none") {
  const auto found = found_in(
      "<h2>Findings</h2><h3>Finding 1</h3><p>Staff should have asked.</p><p><i>Recommendation arising from finding 1</i></p><p>Welsh Government to collect figures.</p>"
      "<h2>How the recommendations will be followed up</h2><p>The committee should receive a report.</p>");
  REQUIRE(found.size() == 1);
  CHECK(found[0].text == "Welsh Government to collect figures.");
}

TEST_CASE("a label in the middle of a paragraph, and what a paragraph counts off, are recommendations") {
  const auto inside = found_in("<h2>Analysis</h2><p>No one rang. Recommendation 3: The hospital should ring by July 2020.</p>");
  REQUIRE(inside.size() == 1);
  CHECK(inside[0].id == "3");
  CHECK(inside[0].text == "The hospital should ring by July 2020.");
  const auto counted = found_in("<h2>Recommendations</h2><p>First, the trust should visit. Second, the council should pay by May 2020.</p>");
  REQUIRE(counted.size() == 2);
  CHECK(counted[1].text == "the council should pay by May 2020.");
}

TEST_CASE("items under the name of a body are asked of that body") {
  const auto found = found_in("<h2>Recommendations</h2><ol><li>To the Board:<ol><li>Publish a guide.</li><li>Review closures.</li></ol></li><li>The police should call.</li></ol>");
  REQUIRE(found.size() == 3);
  CHECK(found[0].owner == "the Board");
  CHECK(found[1].text == "Review closures.");
}

TEST_CASE("What, Who and When under a title are one recommendation") {
  const auto found = found_in("<h2>Recommendations</h2><p><b>LR/01 Seeing the baby</b><br>What: Weigh the baby at home.<br>Who: Health visiting<br>When: 30 April 2025</p>");
  REQUIRE(found.size() == 1);
  CHECK(found[0].id == "LR/01");
  CHECK(found[0].text == "Weigh the baby at home.");
  CHECK(found[0].owner == "Health visiting");
  CHECK(found[0].due == "30 April 2025");
}

TEST_CASE("a typed number among findings is the recommendation's number and none of its words") {
  const auto found = found_in("<h2>Learning and recommendations</h2><p>1. The Board should review its guide by March 2020.</p>");
  REQUIRE(found.size() == 1);
  CHECK(found[0].numbered);
  CHECK(found[0].text == "The Board should review its guide by March 2020.");
}
