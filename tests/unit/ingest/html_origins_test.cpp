#include <catch2/catch.hpp>

#include "ingest/html/html_reader.h"

using namespace casewright;

TEST_CASE("origins of a page in an old encoding are bytes of the file, behind letters that a condition of Word hides, too") {
  const std::string page = "<html><head><meta charset=\"windows-1252\"><title>Invented</title></head><body><p>Summ\xB5ry <![endif]\xFF\xFF\xFF\xFF>The panel met.</p></body></html>";
  const auto reading = read_html(page, "x.html");
  REQUIRE(reading.ok());
  REQUIRE(reading->document.blocks.size() == 1);
  const Inline& words = reading->document.blocks[0].inlines.at(0);
  const auto at = static_cast<std::uint32_t>(words.text.find("panel"));
  CHECK(words.origin_at(at).at == page.find("panel"));
  CHECK(words.origin_at(static_cast<std::uint32_t>(words.text.find("ry "))).at == page.find("ry "));
}
