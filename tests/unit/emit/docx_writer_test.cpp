#include "emit/docx/docx_writer.h"

#include <catch2/catch.hpp>

#include "base/text.h"
#include "emit/blocks_document.h"
#include "fixtures.h"
#include "foreign/xml/xml.h"
#include "foreign/zip.h"

using namespace casewright;

namespace {

/// The pages of both families, the ordinary and the awkward.
std::vector<std::filesystem::path> pages() {
  auto folders = fixture_folders("html");
  for (auto& each : fixture_folders("awkward")) folders.push_back(std::move(each));
  return folders;
}

std::string part_of(const std::string& file, const std::string& name) {
  const auto archive = zip::Archive::open(file, "test.docx");
  REQUIRE(archive.ok());
  const auto bytes = archive->read(name);
  REQUIRE(bytes.ok());
  return *bytes;
}

/// The words of the document with a line for each paragraph, so that a person can read the difference.
std::string body_lines(const std::string& file) {
  std::string xml = part_of(file, "word/document.xml");
  xml = xml.substr(xml.find("<w:body>"));
  for (const char* end : {"</w:p>", "</w:tr>", "</w:tblGrid>", "</w:tcPr>", "<w:body>"}) xml = replace_every(xml, end, std::string(end) + "\n");
  return xml + "\n";
}

std::string body_of(const Block& block) {
  Document document;
  document.blocks.push_back(block);
  return part_of(*write_docx(document, {}), "word/document.xml");
}

std::string numbering_of(const std::vector<std::string>& numbers) {
  Document document;
  for (const std::string& number : numbers) {
    document.blocks.push_back(text_block(BlockKind::paragraph, "words"));
    document.blocks.back().number = number;
  }
  return part_of(*write_docx(document, {}), "word/numbering.xml");
}

std::size_t count_of(const std::string& text, const std::string& what) { return split(replace_every(text, what, "\x01"), '\x01').size() - 1; }

}  // namespace

TEST_CASE("Word documents are as the fixtures expect them") {
  for (const auto& folder : pages()) {
    INFO(folder.filename());
    const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
    const std::string now = body_lines(*write_docx(page.document, page.theme));
    CHECK(now == expected_bytes(folder / "expected.document.xml", now));
  }
}

TEST_CASE("every part of a Word document is well-formed, and writing it twice gives the same bytes") {
  for (const auto& folder : pages()) {
    INFO(folder.filename());
    const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
    const std::string file = *write_docx(page.document, page.theme);
    CHECK(file == *write_docx(page.document, page.theme));
    const auto archive = zip::Archive::open(file, "test.docx");
    REQUIRE(archive.ok());
    for (const std::string& name : archive->names()) {
      INFO(name);
      if (name.ends_with(".xml") || name.ends_with(".rels")) CHECK(xml::read(*archive->read(name), name, 0).ok());
    }
  }
}

TEST_CASE("a Word document names no author, time or revision") {
  const FixturePage page = page_of_blocks(file_bytes(*fixture_folders("html").begin() / "in.blocks.json"));
  const std::string core = part_of(*write_docx(page.document, page.theme), "docProps/core.xml");
  for (const char* word : {"creator", "lastModifiedBy", "created", "modified", "revision"}) CHECK(core.find(word) == std::string::npos);
  CHECK(body_lines(*write_docx(page.document, page.theme)).find("rsid") == std::string::npos);
}

TEST_CASE("numbers that follow one another are one count in Word, others begin a new one") {
  CHECK(count_of(numbering_of({"1", "1.1", "1.2", "2", "2.1"}), "<w:abstractNum ") == 1);
  CHECK(count_of(numbering_of({"1", "1.1", "1.3"}), "<w:abstractNum ") == 2);
  CHECK(numbering_of({"4.7"}).find("<w:lvl w:ilvl=\"1\"><w:start w:val=\"7\"/>") != std::string::npos);
  CHECK(numbering_of({"Recommendation 4"}).find("<w:lvlText w:val=\"Recommendation 4\"/>") != std::string::npos);
}

TEST_CASE("a cell that spans rows goes on in the rows below it") {
  Block table(BlockKind::table);
  for (int i = 0; i < 2; ++i) table.children.emplace_back(BlockKind::row);
  table.children[0].children.push_back(text_block(BlockKind::cell, "tall"));
  table.children[0].children[0].cell = std::make_unique<CellShape>(CellShape{1, 2, true});
  table.children[0].children.push_back(text_block(BlockKind::cell, "one"));
  table.children[1].children.push_back(text_block(BlockKind::cell, "two"));
  const std::string xml = body_of(table);
  CHECK(xml.find("<w:vMerge w:val=\"restart\"/>") != std::string::npos);
  CHECK(count_of(xml, "<w:vMerge/>") == 1);
  CHECK(count_of(xml, "<w:tc>") == 4);
}

TEST_CASE("a figure whose picture Word cannot show leaves its words") {
  Block figure(BlockKind::figure);
  auto picture = std::make_shared<Picture>();
  picture->alternative = "A plan of the house";
  picture->media_type = "image/png";
  picture->bytes = "this is no picture";
  figure.picture = picture;
  const std::string xml = body_of(figure);
  CHECK(xml.find("<w:drawing>") == std::string::npos);
  CHECK(xml.find("A plan of the house") != std::string::npos);
}

TEST_CASE("a drawing goes into Word as a picture with its alternative text") {
  Block figure(BlockKind::figure);
  auto scene = std::make_shared<Scene>();
  scene->width = 200;
  scene->height = 50;
  scene->shapes.push_back({ShapeKind::circle, 20, 20, 5, 0, "accent", "", 1, "", 10, Shape::Anchor::start});
  auto picture = std::make_shared<Picture>();
  picture->alternative = "One contact";
  picture->scene = scene;
  figure.picture = picture;
  Document document;
  document.blocks.push_back(figure);
  const std::string file = *write_docx(document, {});
  CHECK(part_of(file, "word/document.xml").find("descr=\"One contact\"") != std::string::npos);
  CHECK(part_of(file, "word/media/picture-1.png").starts_with("\x89PNG"));
  CHECK(part_of(file, "word/media/picture-2.svg").find("<circle") != std::string::npos);
}

TEST_CASE("deep nesting and wide tables are written without recursion and without loss") {
  Block quote = text_block(BlockKind::paragraph, "innermost");
  for (int i = 0; i < 2000; ++i) {
    Block outer(BlockKind::quote);
    outer.children.push_back(std::move(quote));
    quote = std::move(outer);
  }
  CHECK(body_of(quote).find("innermost") != std::string::npos);
  Block table(BlockKind::table);
  table.children.emplace_back(BlockKind::row);
  for (int i = 0; i < 70; ++i) table.children[0].children.push_back(text_block(BlockKind::cell, "cell " + std::to_string(i)));
  const std::string xml = body_of(table);
  CHECK(xml.find("cell 69") != std::string::npos);
  CHECK(xml.find("<w:tbl>") == std::string::npos);  // Word opens no table of more than 63 columns
}
