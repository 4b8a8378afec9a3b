#include "ingest/blocks/runs.h"

#include <catch2/catch.hpp>

using namespace casewright;

namespace {

Inline words(std::string text, OriginStep::Steps steps, std::uint32_t at) {
  Inline run;
  run.text = std::move(text);
  Origin from;
  from.source = 1;
  from.at = at;
  run.origins.push_back({0, from, steps});
  return run;
}

}  // namespace

TEST_CASE("what is cut off the front leaves the origins of the rest where they were") {
  SECTION("by character, where a letter takes several bytes") {
    std::vector<Inline> inlines{words("3.2 \xC3\x84lvsby", OriginStep::Steps::by_character, 40)};
    const std::vector<Inline> before = inlines;
    cut_front(inlines, 6);
    REQUIRE(inlines.front().text == "lvsby");
    CHECK(inlines.front().origin_at(0) == before.front().origin_at(6));
    CHECK(inlines.front().origin_at(0).at == 45);
    CHECK(inlines.front().origin_at(3).at == 48);
  }
  SECTION("by byte") {
    std::vector<Inline> inlines{words("3.2 Work", OriginStep::Steps::by_byte, 40)};
    cut_front(inlines, 4);
    CHECK(inlines.front().origin_at(0).at == 44);
  }
  SECTION("a later step keeps its letter") {
    std::vector<Inline> inlines{words("(a) One two", OriginStep::Steps::by_byte, 10)};
    Origin elsewhere;
    elsewhere.source = 1;
    elsewhere.part = 2;
    elsewhere.at = 7;
    inlines.front().origins.push_back({8, elsewhere, OriginStep::Steps::by_byte});
    cut_front(inlines, 4);
    CHECK(inlines.front().text == "One two");
    CHECK(inlines.front().origin_at(0).at == 14);
    CHECK(inlines.front().origin_at(4) == elsewhere);
  }
}

TEST_CASE("cutting goes over runs and breaks, and stops at a note reference") {
  std::vector<Inline> inlines{words("1.", OriginStep::Steps::stays, 0), line_break(), words("Text", OriginStep::Steps::stays, 0)};
  cut_front(inlines, 4);
  REQUIRE(inlines.size() == 1);
  CHECK(inlines.front().text == "ext");

  std::vector<Inline> noted{words("1", OriginStep::Steps::stays, 0), note_reference("2", "note-2", {}), words("Text", OriginStep::Steps::stays, 0)};
  cut_front(noted, 3);
  REQUIRE(noted.size() == 2);
  CHECK(noted.front().kind == InlineKind::note_reference);
}
