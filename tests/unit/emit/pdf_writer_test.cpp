#include "emit/pdf_writer.h"

#include <catch2/catch.hpp>

#include "emit/blocks_document.h"
#include "emit/html_plan.h"
#include "emit/pdf_conditions.h"
#include "fixtures.h"

using namespace casewright;

TEST_CASE("every fixture page is a whole tagged PDF, the same each time") {
  auto folders = fixture_folders("html");
  for (auto& each : fixture_folders("awkward")) folders.push_back(std::move(each));
  for (const auto& folder : folders) {
    INFO(folder);
    const std::string text = file_bytes(folder / "in.blocks.json");
    REQUIRE(!text.empty());
    const FixturePage page = page_of_blocks(text);
    for (const auto write : {write_pdf, write_pdf_large}) {
      const auto bytes = write(page.document, page.theme);
      // What no font has is told, never left out; every other page must be written.
      for (const Fault& fault : bytes.faults()) CHECK(fault.what.find("no font on this machine has the character U+01F") == 0);
      if (!bytes.ok() && folder.parent_path().filename() == "awkward") continue;
      REQUIRE(bytes.ok());
      const PdfConditions found = check_pdf(*bytes);
      CHECK(found.breaches == std::vector<std::string>{});
      CHECK(*write(page.document, page.theme) == *bytes);
      std::size_t headings = 0;
      for (const auto& [type, count] : found.elements)
        if (type.size() == 3 && type[1] == 'H') headings += count;
      CHECK(headings == plan_html(page.document).headings.size() + 1);
    }
  }
}

TEST_CASE("a character that no font has is a fault") {
  Document document;
  document.blocks.push_back(text_block(BlockKind::paragraph, "A \xF3\xB0\x80\x80 face"));
  const auto bytes = write_pdf(document, Theme{});
  REQUIRE(!bytes.ok());
  CHECK(bytes.faults().front().what.find("U+0F0000") != std::string::npos);
}
