#include "emit/braille/braille_writer.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "emit/blocks_document.h"
#include "emit/braille/braille_page.h"
#include "fixtures.h"
#include "foreign/braille.h"

using namespace casewright;

namespace {

std::string file_of(const std::vector<Block>& blocks) {
  Document document;
  document.blocks = blocks;
  const auto file = write_braille(document, {});
  REQUIRE(file.ok());
  return *file;
}

Block row(const std::vector<std::string>& words, bool head) {
  Block made(BlockKind::row);
  for (const std::string& each : words) {
    made.children.push_back(text_block(BlockKind::cell, each));
    if (head) made.children.back().cell = std::make_unique<CellShape>(CellShape{1, 1, true});
  }
  return made;
}

}  // namespace

TEST_CASE("words are contracted as Unified English Braille contracts them") {
  CHECK(*braille::translate({{"The child was seen on 12 June 2016.", false, false}}, "en-GB") == ",! * 0 SE5 ON #AB ,JUNE #BJAF4");
  CHECK(*braille::translate({{"plain", false, true}}, "en") == ".1PLA9");
  CHECK(*braille::read_back(",! * 0 SE5 ON #AB ,JUNE #BJAF4", "en") == "The child was seen on 12 June 2016.");
}

TEST_CASE("no page is longer or wider than its paper, and each has its number") {
  for (const char* family : {"html", "awkward"})
    for (const auto& folder : fixture_folders(family)) {
      INFO(folder.filename());
      const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
      const auto file = write_braille(page.document, page.theme);
      REQUIRE(file.ok());
      std::size_t number = 0;
      for (const std::string_view sheet : split(*file, '\f')) {
        const std::vector<std::string_view> lines = split(sheet, '\n');
        REQUIRE(lines.size() == braille_lines + 1);  // behind the last line stands nothing
        CHECK(lines.back().empty());
        for (const std::string_view line : lines) CHECK(line.size() <= braille_cells + 1);
        CHECK(trim(lines[braille_lines - 1]) == braille_number(++number));
      }
      CHECK(*file == *write_braille(page.document, page.theme));
    }
}

TEST_CASE("a table is told row by row behind its columns' headings") {
  Block table(BlockKind::table);
  table.children = {row({"Agency", "Seen"}, true), row({"Police", "3"}, false)};
  const std::string file = file_of({table});
  CHECK(file.find(",POLICE\r\n  ,SE53 #C\r\n") != std::string::npos);
}

TEST_CASE("a heading does not stand at the foot of a page") {
  std::vector<Block> blocks;
  for (int i = 0; i < 23; ++i) blocks.push_back(text_block(BlockKind::paragraph, "go"));
  blocks.push_back(text_block(BlockKind::heading, "Next"));
  blocks.push_back(text_block(BlockKind::paragraph, "go"));
  const std::string file = file_of(blocks);
  CHECK(file.find(",NEXT") > file.find('\f'));
}
