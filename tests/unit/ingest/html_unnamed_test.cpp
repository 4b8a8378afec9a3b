#include <catch2/catch.hpp>

#include "ingest/html/html_reader.h"

using namespace casewright;

namespace {

/// How often the page breaks a condition.
std::uint32_t times(const std::string& body, const std::string& condition) {
  const auto reading = read_html("<!DOCTYPE html><html lang=\"en-GB\"><head><title>Invented</title></head><body>" + body + "</body></html>", "x.html");
  REQUIRE(reading.ok());
  for (const BrokenCondition& each : reading->container.broken)
    if (each.condition == condition) return each.count;
  return 0;
}

}  // namespace

TEST_CASE("a link speaks by its words, its picture or its label") {
  CHECK(times("<a href='x'></a><a href='y'><img src='p' alt=''></a>", "link-unnamed") == 2);
  CHECK(times("<a href='x'>The plan</a><a href='y'><img src='p' alt='The plan'></a><a href='z' aria-label='Plan'></a><a id='here'></a>", "link-unnamed") == 0);
  CHECK(times("<div hidden><a href='x'></a></div>", "link-unnamed") == 0);
}

TEST_CASE("a field has a label around it, for it or of its own") {
  CHECK(times("<form>Name <input name='a'><select></select></form>", "field-unnamed") == 2);
  CHECK(times("<form><label>Name <input></label><label for='b'>Date</label><input id='b'><textarea title='Note'></textarea><input type='submit'><input type='hidden'></form>",
              "field-unnamed") == 0);
}

TEST_CASE("headings and frames without words are counted") {
  CHECK(times("<h2></h2><h3><span> </span></h3><h2>Analysis</h2><h3><img src='p' alt='Findings'></h3>", "heading-empty") == 2);
  CHECK(times("<iframe src='x'></iframe><iframe src='y' title='A film'></iframe>", "frame-unnamed") == 1);
}

TEST_CASE("a header over several columns or rows says which it heads") {
  const auto table = [](const std::string& head) { return "<table><tr>" + head + "</tr><tr><td>a</td><td>b</td><td>c</td></tr></table>"; };
  CHECK(times(table("<th>Agency</th><th colspan=2>Action</th>"), "table-header-merged") == 1);
  CHECK(times(table("<th>Agency</th><th colspan=2 scope=col>Action</th>"), "table-header-merged") == 1);
  CHECK(times(table("<th>Agency</th><th colspan=2 scope=colgroup>Action</th>"), "table-header-merged") == 0);
  CHECK(times(table("<th rowspan=2>Agency</th><th>Action</th><th>Date</th>"), "table-header-merged") == 1);
  CHECK(times(table("<th>Agency</th><td colspan=2>Action</td>"), "table-header-merged") == 0);
  CHECK(times("<table><tr><th id=a>Agency</th><th id=b colspan=2>Action</th></tr><tr><td headers=a>a</td><td headers=b>b</td><td headers=b>c</td></tr></table>", "table-header-merged") == 0);
}

TEST_CASE("letters that let the ground through are judged by what shows") {
  const auto faint = [](const std::string& style) {
    const auto reading = read_html("<!DOCTYPE html><html><head><style>p{" + style + "}</style></head><body><p>Words that somebody reads.</p></body></html>", "x.html");
    REQUIRE(reading.ok());
    return reading->document.blocks.at(0).inlines.at(0).marks.has(Mark::faint);
  };
  CHECK(faint("opacity:.4"));
  CHECK(faint("color:rgba(0,0,0,.35)"));
  CHECK_FALSE(faint("opacity:.9"));
  CHECK_FALSE(faint("color:rgba(0,0,0,.8)"));
}
