// What the HTML writer wrote, the HTML reader reads back: both must mean the same by the same tree.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "emit/blocks_document.h"
#include "emit/html/html_writer.h"
#include "fixtures.h"
#include "ingest/readers.h"
#include "memory_world.h"

using namespace casewright;

namespace {

/// What a reader reads of a document: kind, number and words of each block, without page edges and contents.
std::vector<std::string> told(const Document& document) {
  std::vector<std::string> lines;
  std::size_t hidden = 99;
  walk(document.blocks, [&](const Block& block, std::size_t depth) {
    if (depth > hidden) return;
    const bool hides = block.kind == BlockKind::furniture || block.kind == BlockKind::contents || block.kind == BlockKind::note;
    hidden = hides ? depth : 99;
    if (hides || block.kind == BlockKind::list || block.kind == BlockKind::table || block.kind == BlockKind::row) return;
    if (block.text().empty()) return;
    lines.push_back(std::string(name_of(block.kind)) + " " + block.number + " " + std::string(trim(block.text())));
  });
  return lines;
}

}  // namespace

TEST_CASE("a written report is read back as it was") {
  const FixturePage page = page_of_blocks(file_bytes(std::string(PROJECT_FOLDER) + "/tests/fixtures/html/whole-report/in.blocks.json"));
  MemoryWorld world;
  world.files["report.html"] = write_html(page.document, page.theme);
  const auto reading = read_report(world, "report.html");
  REQUIRE(reading.ok());
  CHECK(told(reading->document) == told(page.document));
  CHECK(reading->document.language == "en-GB");
  CHECK(reading->document.date == page.document.date);
}
