#include "inspect/recommendations.h"

#include <catch2/catch.hpp>

#include "ingest/html_reader.h"
#include "inspect/section_recogniser.h"
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
