#include "emit/blocks_writer.h"

#include <catch2/catch.hpp>

#include "emit/blocks_document.h"
#include "fixtures.h"

using namespace casewright;

TEST_CASE("a document has the text form that the fixtures expect") {
  for (const auto& folder : fixture_folders("html")) {
    INFO(folder.filename());
    const std::string now = write_blocks(page_of_blocks(file_bytes(folder / "in.blocks.json")).document, {});
    CHECK(now == expected_bytes(folder / "expected.blocks.json", now));
    CHECK(write_blocks(page_of_blocks(now).document, {}) == now);
  }
}

TEST_CASE("a spanning cell stands at its top left and covers the rest") {
  Block table(BlockKind::table);
  for (int r = 0; r < 2; ++r) {
    Block row(BlockKind::row);
    for (int c = 0; c < (r == 0 ? 2 : 1); ++c) row.children.push_back(text_block(BlockKind::cell, r == 0 && c == 0 ? "tall" : "x"));
    table.children.push_back(std::move(row));
  }
  table.children[0].children[0].cell = std::make_unique<CellShape>(CellShape{1, 2, false});
  Document document;
  document.blocks.push_back(std::move(table));
  CHECK(write_blocks(document, {}) ==
        "{\"blocks\":[\n{\"type\":\"table\",\"rows\":[[\"tall\",\"x\"],[\"\",\"x\"]],\"spans\":[[0,0,2,1]],\"header_rows\":0}\n]}\n");
}

TEST_CASE("a document without blocks is an empty list") { CHECK(write_blocks({}, {}) == "{\"blocks\":[]}\n"); }

TEST_CASE("a page's header is one block with all its words") {
  Block header(BlockKind::furniture);
  header.children.push_back(text_block(BlockKind::paragraph, "The Board"));
  header.children.push_back(text_block(BlockKind::paragraph, "Page 3"));
  Document document;
  document.blocks.push_back(std::move(header));
  CHECK(write_blocks(document, {}) == "{\"blocks\":[\n{\"type\":\"furniture\",\"text\":\"The Board\\nPage 3\"}\n]}\n");
}
