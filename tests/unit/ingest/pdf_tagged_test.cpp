#include <catch2/catch.hpp>

#include <string>
#include <vector>

#include "ingest/readers.h"
#include "emit/blocks_writer.h"

using namespace casewright;

namespace {

/// A tagged PDF of one page; `tree` are the elements under the document, in objects from 20 on; all invented. The
/// program that might have written it calls its styles by names of its own.
std::string tagged_pdf(const std::string& content, const std::string& kids, const std::string& tree) {
  return "%PDF-1.7\n1 0 obj <</Type /Catalog /Pages 2 0 R /MarkInfo <</Marked true>> /Lang (en-GB) /StructTreeRoot 10 0 R>> endobj\n"
         "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
         "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n"
         "4 0 obj <</Length " + std::to_string(content.size()) + ">> stream\n" + content + "\nendstream endobj\n"
         "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>> endobj\n"
         "10 0 obj <</Type /StructTreeRoot /K 11 0 R /RoleMap <</Footnote /Note /Chapter /H1 /Body#20Text /P>>>> endobj\n"
         "11 0 obj <</S /Document /P 10 0 R /K [" + kids + "]>> endobj\n" + tree + "trailer <</Root 1 0 R>>\n%%EOF\n";
}

std::string element(int number, const std::string& role, const std::string& kids, const std::string& more = "") {
  return std::to_string(number) + " 0 obj <</S /" + role + " /P 11 0 R /Pg 3 0 R /K [" + kids + "] " + more + ">> endobj\n";
}

/// Words in marked content of that id, or as an artifact for -1, or outside all for -2.
std::string words(int id, int left, int down, const std::string& text, int size = 11, const std::string& properties = "") {
  const std::string opens = id >= 0 ? "/P <</MCID " + std::to_string(id) + properties + ">> BDC " : id == -1 ? "/Artifact <</Type /Pagination>> BDC " : "";
  return opens + "BT /F1 " + std::to_string(size) + " Tf " + std::to_string(left) + " " + std::to_string(842 - down) + " Td (" + text + ") Tj ET" +
         (opens.empty() ? "\n" : " EMC\n");
}

Document read(const std::string& bytes) {
  Result<Reading> reading = read_report(bytes, "invented.pdf");
  REQUIRE(reading.ok());
  return std::move(reading->document);
}

std::string shape(const Document& document) { return write_blocks(document, Theme{}); }

}  // namespace

TEST_CASE("a tagged PDF is read by its tags, role map and all") {
  const Document document = read(tagged_pdf(
      words(0, 70, 100, "Findings") + words(1, 70, 130, "The panel met in the safe-") + words(1, 70, 144, "guarding hub.") + words(2, 152, 140, "1", 6) +
          words(3, 70, 780, "1", 6) + words(4, 78, 784, "The minutes were not kept.", 8),
      "20 0 R 21 0 R 22 0 R", element(20, "Chapter", "0") + element(21, "Body#20Text", "1 23 0 R") + element(23, "Reference", "2") +
          element(22, "Footnote", "24 0 R 4") + element(24, "Lbl", "3")));
  REQUIRE(document.blocks.size() == 3);
  CHECK(document.blocks[0].kind == BlockKind::heading);
  CHECK(document.blocks[0].level == 1);
  CHECK(document.blocks[1].text() == "The panel met in the safeguarding hub.");
  REQUIRE(document.blocks[1].inlines.size() == 2);
  CHECK(document.blocks[1].inlines[1].kind == InlineKind::note_reference);
  CHECK(document.blocks[1].inlines[1].target == "note-1");
  CHECK(document.blocks[2].kind == BlockKind::note);
  CHECK(document.blocks[2].number == "1");
  CHECK(document.blocks[2].text() == "The minutes were not kept.");
  CHECK(document.blocks[1].inlines[0].origin_at(0) == Origin{1, 1, 8});  // behind the eight letters of the heading
}

TEST_CASE("labels of a tagged list are markers, and a numbered paragraph in a list is a paragraph") {
  const Document document = read(tagged_pdf(
      words(0, 70, 100, "1.1") + words(1, 100, 100, "The school kept in touch.") + words(2, 70, 130, "\\(a\\)") + words(3, 100, 130, "see the child alone;") +
          words(4, 110, 150, "-") + words(5, 120, 150, "at home too"),
      "20 0 R 30 0 R", element(20, "L", "21 0 R") + element(21, "LI", "22 0 R 23 0 R") + element(22, "Lbl", "0") + element(23, "LBody", "1") +
          element(30, "L", "31 0 R") + element(31, "LI", "32 0 R 33 0 R") + element(32, "Lbl", "2") + element(33, "LBody", "3 34 0 R") +
          element(34, "L", "35 0 R") + element(35, "LI", "36 0 R 37 0 R") + element(36, "Lbl", "4") + element(37, "LBody", "5")));
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].kind == BlockKind::paragraph);
  CHECK(document.blocks[0].number == "1.1");
  CHECK(document.blocks[1].kind == BlockKind::list);
  CHECK(document.blocks[1].ordered);
  const Block& item = document.blocks[1].children.at(0);
  CHECK(item.number == "(a)");
  CHECK(item.text() == "see the child alone;");
  CHECK(item.children.at(0).children.at(0).text() == "at home too");
}

TEST_CASE("a tagged table keeps its heads and spans") {
  const Document document = read(tagged_pdf(
      words(0, 70, 100, "Agency") + words(1, 200, 100, "Contacts") + words(2, 70, 120, "Police") + words(3, 200, 120, "3") + words(4, 70, 140, "No other agency"),
      "20 0 R", element(20, "Table", "21 0 R 22 0 R") + element(21, "THead", "23 0 R") + element(23, "TR", "24 0 R 25 0 R") + element(24, "TH", "0") + element(25, "TH", "1") +
          element(22, "TBody", "26 0 R 29 0 R") + element(26, "TR", "27 0 R 28 0 R") + element(27, "TD", "2") + element(28, "TD", "3") + element(29, "TR", "30 0 R") +
          element(30, "TD", "4", "/A <</O /Table /ColSpan 2>>")));
  CHECK(shape(document) == "{\"blocks\":[\n"
                           R"({"type":"table","rows":[["Agency","Contacts"],["Police","3"],["No other agency",""]],"spans":[[2,0,1,2]],"header_rows":1,"page":1})"
                           "\n]}\n");
}

TEST_CASE("what the tags set aside is furniture, and what they leave out keeps its place") {
  const Document document = read(tagged_pdf(
      words(-1, 70, 30, "Tarnshire Board") + words(0, 70, 100, "The first of the paragraphs that the panel wrote together.") + words(-2, 70, 200, "An untagged line in between.") +
          words(1, 70, 300, "The second of the paragraphs that the panel wrote together.") + words(-1, 290, 820, "7"),
      "20 0 R 21 0 R", element(20, "P", "0") + element(21, "P", "1")));
  std::vector<std::pair<BlockKind, std::string>> seen;
  for (const Block& block : document.blocks) seen.emplace_back(block.kind, block.text());
  CHECK(seen == std::vector<std::pair<BlockKind, std::string>>{{BlockKind::furniture, "Tarnshire Board"}, {BlockKind::furniture, "7"},
                                                              {BlockKind::paragraph, "The first of the paragraphs that the panel wrote together."},
                                                              {BlockKind::paragraph, "An untagged line in between."},
                                                              {BlockKind::paragraph, "The second of the paragraphs that the panel wrote together."}});
}

TEST_CASE("words that stand in for glyphs and for pictures are read") {
  const Document document = read(tagged_pdf(words(0, 70, 100, "The panel met at 5 ") + words(1, 180, 100, "xx") + words(2, 70, 140, "bars"),
                                            "20 0 R 22 0 R", element(20, "P", "0 21 0 R") + element(21, "Span", "1", "/ActualText (o'clock) /Lang (cy)") +
                                                element(22, "Figure", "2", "/Alt (Contacts by year)")));
  REQUIRE(document.blocks.size() == 2);
  CHECK(document.blocks[0].text() == "The panel met at 5 o'clock");
  CHECK(document.blocks[0].inlines.back().language == "cy");
  REQUIRE(document.blocks[1].picture != nullptr);
  CHECK(document.blocks[1].picture->alternative == "Contacts by year");
  CHECK(document.blocks[1].text() == "bars");
}

TEST_CASE("tags that leave out most words, or run against the page, are not believed") {
  const std::string text = "The panel heard from eleven members of staff and from two of the family.";
  const Document mostly_untagged = read(tagged_pdf(words(0, 70, 100, "One") + words(-2, 70, 200, text), "20 0 R", element(20, "H1", "0")));
  REQUIRE_FALSE(mostly_untagged.blocks.empty());
  CHECK(mostly_untagged.blocks[0].kind != BlockKind::heading);
  std::string content, kids, tree;
  for (int i = 0; i < 8; ++i) {
    content += words(i, 70, 100 + 40 * i, std::string(1, static_cast<char>('A' + i)) + text.substr(1));
    kids = std::to_string(20 + i) + " 0 R " + kids;
    tree += element(20 + i, "P", std::to_string(i));
  }
  const Document backwards = read(tagged_pdf(content, kids, tree));
  REQUIRE_FALSE(backwards.blocks.empty());
  CHECK(backwards.blocks[0].text()[0] == 'A');
}
