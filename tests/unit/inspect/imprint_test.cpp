#include "inspect/imprint.h"

#include <catch2/catch.hpp>

#include "ingest/readers.h"
#include "language/prose_reader.h"

using namespace casewright;

namespace {

Imprint imprint_in(const std::string& text) {
  const auto reading = read_report(text, "report.txt");
  REQUIRE(reading);
  return imprint_of(read_prose(reading->document, reading->container));
}

}  // namespace

TEST_CASE("a report's first lines say who published it and when") {
  const Imprint imprint = imprint_in(
      "Serious Case Review\n\nChild K\n\nOverview report for the Wychford and East Marlow Safeguarding Children Board\n\n"
      "Published in March 2016\n\nThe review covers the years 2009 to 2014, and this sentence is long enough to be prose and no line of "
      "a cover, so that 2019 in it says nothing about the year of publication.\n");
  CHECK(imprint.board == "Wychford and East Marlow Safeguarding Children Board");
  CHECK(imprint.year == 2016);
}

TEST_CASE("a year on the cover serves where nothing says published") {
  CHECK(imprint_in("Serious Case Review\n\nChild K\n\nNovember 2015\n\nThe report begins here with a whole sentence.\n").year == 2015);
}

TEST_CASE("a body without an area, and a number that is no year, say nothing") {
  const Imprint imprint = imprint_in("Review\n\nThe safeguarding children board asked for 1500 copies.\n\nPage 4711\n");
  CHECK(imprint.board.empty());
  CHECK(imprint.year == 0);
}
