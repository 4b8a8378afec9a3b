// Notes that stand behind a report, and the small raised numbers that lead to them.
#include "ingest/blocks/endnotes.h"

#include <catch2/catch.hpp>

#include "ingest/readers.h"
#include "ingest/show_reading.h"

using namespace casewright;

namespace {

const Block& last_of(const Document& document, BlockKind kind) {
  const Block* last = nullptr;
  for (const Block& each : document.blocks)
    if (each.kind == kind) last = &each;
  REQUIRE(last != nullptr);
  return *last;
}

Document page(const std::string& body) {
  const Result<Reading> read = read_report("<!DOCTYPE html><html lang=\"en\"><title>Report</title><body><h1>Report</h1>" + body + "</body></html>", "report.html");
  REQUIRE(read);
  return read->document;
}

std::string reference_in(const Document& document) {
  std::string target;
  walk(document.blocks, [&target](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines)
      if (run.kind == InlineKind::note_reference) target += run.text + ">" + run.target + " ";
  });
  return target;
}

}  // namespace

TEST_CASE("paragraphs under Notes that count from one are notes where raised numbers lead there") {
  const Document document = page("<h2>Findings</h2><p>Nobody asked.<sup>1</sup> Nobody wrote.<sup>2</sup></p><h2>Notes</h2><p>1 See the file.</p><p>2 The letter was lost.</p>");
  CHECK(reference_in(document) == "1>note-1 2>note-2 ");
  CHECK(last_of(document, BlockKind::note).text() == "The letter was lost.");
}

TEST_CASE("what a page ends with is notes where it counts up to the last raised number") {
  const Document document = page("<h2>Findings</h2><p>Nobody asked.<sup>1</sup></p><p>Nobody wrote.<sup>[2]</sup></p><hr><p>1. See the file.</p><p>2. The letter was lost.</p>");
  CHECK(reference_in(document) == "1>note-1 2>note-2 ");
}

TEST_CASE("numbers under Notes to which nothing leads stay a list") {
  const Document document = page("<h2>Findings</h2><p>Nobody asked.</p><h2>Notes</h2><ol><li>See the file.</li><li>The letter was lost.</li></ol>");
  CHECK(reference_in(document).empty());
  CHECK(last_of(document, BlockKind::list).children.size() == 2);
}

TEST_CASE("a raised number in a sum is no note") {
  const Document document = page("<h2>Size</h2><p>The room had 12 m<sup>2</sup>.</p><p>It was cold.</p>");
  CHECK(reference_in(document).empty());
}
