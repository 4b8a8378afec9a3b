#include "emit/pdf/pdf_writer.h"

#include <algorithm>
#include <catch2/catch.hpp>
#include <cmath>
#include <sstream>

#define POINTERHOLDER_TRANSITION 4
#include <qpdf/Buffer.hh>
#include <qpdf/QPDF.hh>

#include "emit/blocks_document.h"
#include "emit/pdf_conditions.h"
#include "emit/plan/document_plan.h"
#include "fixtures.h"
#include "foreign/pdf/pdf_objects.h"

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
      CHECK(headings == plan_document(page.document).headings.size() + 1);
    }
  }
}

namespace {

/// Where `words` stand in `text` from `at` on, both without white space; npos where they do not.
std::size_t place_after(const std::string& text, std::size_t at, const std::string& words) {
  std::string bare;
  for (const char c : words)
    if (c != ' ' && c != '\n' && c != '\t') bare += c;
  return bare.empty() ? at : text.find(bare, at) == std::string::npos ? std::string::npos : text.find(bare, at) + bare.size();
}

Document one_block(Block block) {
  Document document;
  document.title = "A page";
  document.blocks.push_back(std::move(block));
  return document;
}

Document one_paragraph(const std::string& words) { return one_block(text_block(BlockKind::paragraph, words)); }

/// The file of the document, which must be whole.
std::string whole(const Document& document, const Theme& theme = {}) {
  const auto bytes = write_pdf(document, theme);
  for (const Fault& fault : bytes.faults()) FAIL(fault.what);
  const PdfConditions found = check_pdf(*bytes);
  CHECK(found.breaches == std::vector<std::string>{});
  return *bytes;
}

}  // namespace

TEST_CASE("the structure tells the words of the source in their order") {
  for (const auto& folder : fixture_folders("html")) {
    INFO(folder);
    const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
    const std::string text = check_pdf(*write_pdf(page.document, page.theme)).text;
    // The contents tell the headings once before the text does.
    const Block* first = nullptr;
    for (const Block& block : page.document.blocks)
      if (first == nullptr && block.kind == BlockKind::paragraph) first = &block;
    REQUIRE(first != nullptr);
    std::size_t at = 0;
    bool begun = false;
    walk(page.document.blocks, [&](const Block& block, std::size_t) {
      begun = begun || &block == first;
      const bool apart = block.kind == BlockKind::note || block.kind == BlockKind::furniture || block.kind == BlockKind::contents;
      if (!begun || apart || at == std::string::npos) return;
      for (const Inline& run : block.inlines)
        if (run.kind == InlineKind::text && at != std::string::npos) {
          INFO(run.text);
          at = place_after(text, at, run.text);
          CHECK(at != std::string::npos);
        }
    });
  }
}

TEST_CASE("a word of 400 letters is broken and keeps all of them") {
  std::string word;
  for (int i = 0; i < 400; ++i) word += static_cast<char>('a' + i % 26);
  const PdfConditions found = check_pdf(whole(one_paragraph("Before " + word + " after")));
  CHECK(found.text.find(word) != std::string::npos);
}

TEST_CASE("names that run from right to left are told in the order in which they are read") {
  const std::string name = "\xD9\x84\xD9\x8A\xD9\x84\xD9\x89 \xD9\x85\xD9\x86\xD8\xB5\xD9\x88\xD8\xB1";
  const PdfConditions found = check_pdf(whole(one_paragraph("Her name, " + name + ", was misspelt.")));
  CHECK(place_after(found.text, 0, "Her name, " + name + ", was misspelt.") != std::string::npos);
}

TEST_CASE("headings nine deep keep to the six levels that there are, none skipped") {
  Document document;
  for (int level = 2; level <= 9; ++level) {
    document.blocks.push_back(text_block(BlockKind::heading, "Level " + std::to_string(level)));
    document.blocks.back().level = static_cast<std::uint8_t>(level);
  }
  const PdfConditions found = check_pdf(whole(document));
  for (int level = 2; level <= 9; ++level) CHECK(found.text.find("Level" + std::to_string(level)) != std::string::npos);
}

TEST_CASE("a picture that is no picture is told in its own words") {
  Block figure(BlockKind::figure);
  Picture picture;
  picture.alternative = "A bar for each month";
  picture.media_type = "image/png";
  picture.bytes = "not a picture at all";
  figure.picture = std::make_shared<const Picture>(picture);
  const PdfConditions found = check_pdf(whole(one_block(figure)));
  CHECK(found.text.find("Abarforeachmonth") != std::string::npos);
  CHECK(found.elements.find("/Figure") == found.elements.end());
}

TEST_CASE("a logo of shapes is drawn as shapes") {
  Theme theme;
  theme.logo.alternative = "The board";
  theme.logo.media_type = "image/svg+xml";
  theme.logo.bytes = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><g transform=\"translate(2 2)\" fill=\"#0f5a3c\">"
                     "<path d=\"M0 0h10v10H0zM20,5a5 5 0 1 1 -10 0Q1 2 3 4T5 6z\"/><circle cx=\"30\" cy=\"8\" r=\"6\" stroke=\"#000\"/></g></svg>";
  const PdfConditions found = check_pdf(whole(one_paragraph("Words"), theme));
  CHECK(found.elements.at("/Figure") == 1);
  theme.logo.bytes = "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 40 20\"><text x=\"1\" y=\"9\">Board</text></svg>";
  CHECK(check_pdf(whole(one_paragraph("Words"), theme)).elements.count("/Figure") == 0);
}

TEST_CASE("a character that means something in one font only is a fault") {
  const auto bytes = write_pdf(one_paragraph("A sign \xEE\x84\xA3 of one machine"), Theme{});
  REQUIRE(!bytes.ok());
  CHECK(bytes.faults().front().what.find("U+E123 means something in one font only") != std::string::npos);
}

TEST_CASE("a character that no font has is a fault") {
  Document document;
  document.blocks.push_back(text_block(BlockKind::paragraph, "A \xF3\xB0\x80\x80 face"));
  const auto bytes = write_pdf(document, Theme{});
  REQUIRE(!bytes.ok());
  CHECK(bytes.faults().front().what.find("U+0F0000") != std::string::npos);
}

TEST_CASE("links of a Welsh document say in Welsh where they lead") {
  Document document = one_paragraph("Geiriau ");
  document.language = "cy";
  for (const char* target : {"https://example.example/", "mailto:a@b.example", "tel:01632960001"}) {
    Inline link = text_inline("yma");
    link.target = target;
    document.blocks.front().inlines.push_back(std::move(link));
  }
  QPDF pdf;
  const std::string bytes = whole(document);
  pdf.processMemoryFile("welsh", bytes.data(), bytes.size());
  std::vector<std::string> words;
  for (QPDFObjectHandle page : pdf.getAllPages())
    for (QPDFObjectHandle annotation : page.getKey("/Annots").getArrayAsVector()) words.push_back(annotation.getKey("/Contents").getUTF8Value());
  CHECK(words == std::vector<std::string>{"Dolen i https://example.example/", "Ysgrifennu e-bost i'r cyfeiriad hwn", "Ffonio'r rhif hwn"});
}

TEST_CASE("an English report of a Welsh board has the PDF's own words in both languages, each marked") {
  Document document;
  document.language = "en-GB";
  document.date = Date{2026, 5, 7};
  for (int i = 0; i < 5; ++i) document.blocks.push_back(text_block(BlockKind::heading, "Heading " + std::to_string(i)));
  for (Block& block : document.blocks) block.level = 2;
  Theme theme;
  theme.language = "cy";
  const std::string bytes = whole(document, theme);
  const PdfConditions found = check_pdf(bytes);
  CHECK(found.text.find("Cynnwys/Contents") != std::string::npos);
  CHECK(found.text.find("Cyhoeddwyd/Published7May2026") != std::string::npos);
  CHECK(found.elements.at("/Span") == 2);
}

TEST_CASE("words of a picture that are longer than a PDF may hold end with dots") {
  Block figure(BlockKind::figure);
  Picture picture;
  for (int i = 0; i < 9000; ++i) picture.alternative += "\xF0\x9F\x98\x80";
  figure.picture = std::make_shared<const Picture>(picture);
  const std::string words = pdf::text_string(picture.alternative), plain = pdf::text_string("a\xC3\xA9");
  CHECK((words.size() - 2) / 2 <= 32767);
  CHECK(words.ends_with("DE002026>"));
  CHECK(plain == "<FEFF006100E9>");
}

namespace {

/// Where on the first page each line's words begin, from the page's left and bottom.
std::vector<std::pair<double, double>> line_places(const std::string& bytes) {
  QPDF pdf;
  pdf.processMemoryFile("lines", bytes.data(), bytes.size());
  QPDFObjectHandle page = pdf.getAllPages().front();
  const auto data = page.getKey("/Contents").getStreamData(qpdf_dl_generalized);
  const std::string content(reinterpret_cast<const char*>(data->getBuffer()), data->getSize());
  std::vector<std::pair<double, double>> places;
  const std::string begin = "BT 1 0 0 1 ";
  for (std::size_t at = content.find(begin); at != std::string::npos; at = content.find(begin, at + 1)) {
    std::istringstream numbers(content.substr(at + begin.size(), 40));
    double x = 0, y = 0;
    numbers >> x >> y;
    places.emplace_back(x, y);
  }
  return places;
}

Block table_row(std::vector<std::vector<std::string>> cells) {
  Block row(BlockKind::row);
  for (const auto& paragraphs : cells) {
    Block cell(BlockKind::cell);
    for (const std::string& words : paragraphs) cell.children.push_back(text_block(BlockKind::paragraph, words));
    row.children.push_back(std::move(cell));
  }
  return row;
}

}  // namespace

TEST_CASE("the lines of a cell keep their distance whatever stands beside them") {
  std::string prose;
  for (int i = 0; i < 40; ++i) prose += "words of a cell ";
  Block table(BlockKind::table);
  table.children.push_back(table_row({{prose}, {"One paragraph of a few words, and then some more of them to fill it.", "Another.", "A third one.", prose}}));
  table.children.push_back(table_row({{"Below"}, {"Below"}}));
  std::vector<double> column;
  for (const auto& [x, y] : line_places(whole(one_block(table))))
    if (std::abs(x - 69) < 0.6) column.push_back(y);  // the first column's words
  REQUIRE(column.size() > 8);
  column.pop_back();  // the row below
  for (std::size_t i = 2; i < column.size(); ++i) CHECK(std::abs((column[i - 1] - column[i]) - (column[i - 2] - column[i - 1])) < 0.02);
}
