#include <catch2/catch.hpp>

#include "base/text.h"
#include "emit/blocks_document.h"
#include "emit/docx/docx_writer.h"
#include "fixtures.h"
#include "ingest/readers.h"

using namespace casewright;

namespace {

/// A list's marker without the stops and brackets that Word shows around it; a bullet is none.
std::string marker_of(const Block& block) {
  std::string core;
  for (const char c : block.number)
    if ((c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')) core += c;
  return core;
}

/// What does not come back: pictures whose bytes are lost leave their words, a note that nothing cites becomes a
/// paragraph, and levels that skip one are closed up.
bool comes_back(const std::string& name) { return name != "notes-and-links"; }

/// The document as lines of kind, level or number, and words. Furniture is the writer's own; a figure's caption stands
/// before it in Word.
std::vector<std::string> lines_of(const Document& document, int top) {
  std::vector<std::string> lines;
  walk(document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind == BlockKind::furniture || block.kind == BlockKind::figure || block.kind == BlockKind::note) return;
    std::string line(name_of(block.kind));
    if (block.kind == BlockKind::list_item && (marker_of(block).empty() || block.number[0] == 'A')) line = "para";  // Word has one kind for both
    if (block.kind == BlockKind::heading) line += " " + std::to_string(std::min(block.level - top, 4)) + " " + block.number;
    if (block.kind == BlockKind::paragraph) line += " " + block.number;
    if (block.kind == BlockKind::list_item) line += " " + marker_of(block);
    if (block.kind == BlockKind::cell && block.cell != nullptr && (block.cell->columns > 1 || block.cell->rows > 1))
      line += " " + std::to_string(block.cell->columns) + "x" + std::to_string(block.cell->rows);
    const std::string words = fold_space(block.text());
    if (words == "A chart whose bytes were not kept.") return;
    if (!words.empty()) lines.push_back(line + ": " + words);
  });
  return lines;
}

int top_level(const Document& document) {
  int top = 9;
  for (const Block& block : document.blocks)
    if (block.kind == BlockKind::heading) top = std::min<int>(top, block.level);
  return top;
}

std::size_t notes_in(const Document& document) {
  std::size_t notes = 0;
  walk(document.blocks, [&notes](const Block& block, std::size_t) { notes += block.kind == BlockKind::note; });
  return notes;
}

}  // namespace

TEST_CASE("a Word document that is read back is the document that was written") {
  for (const char* family : {"html", "awkward"})
    for (const auto& folder : fixture_folders(family)) {
      INFO(folder.filename());
      if (!comes_back(folder.filename().string())) continue;
      const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
      const auto file = write_docx(page.document, page.theme);
      REQUIRE(file.ok());
      const auto reading = read_report(*file, "page.docx");
      REQUIRE(reading.ok());
      CHECK(lines_of(page.document, top_level(page.document)) == lines_of(reading->document, top_level(reading->document)));
      CHECK(notes_in(page.document) == notes_in(reading->document));
    }
}
