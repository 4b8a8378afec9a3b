// Which words the readers of pages and Word files find too pale.
#include <catch2/catch.hpp>

#include "base/colour.h"
#include "base/text.h"
#include "foreign/zip_writer.h"
#include "ingest/readers.h"

using namespace casewright;

namespace {

std::string pale_words(const Result<Reading>& read) {
  REQUIRE(read);
  std::string pale;
  walk(read->document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines)
      if (run.marks.has(Mark::faint)) pale += (pale.empty() ? "" : "|") + std::string(trim(run.text));
  });
  return pale;
}

std::string pale_on_page(const std::string& head, const std::string& body) {
  return pale_words(read_report("<!DOCTYPE html><html lang=\"en-GB\"><head><title>T</title>" + head + "</head><body><main>" + body + "</main></body></html>", "page.html"));
}

std::string pale_in_word(const std::string& body, const std::string& styles) {
  const std::string space = " xmlns:w=\"http://schemas.openxmlformats.org/wordprocessingml/2006/main\"";
  const std::string links = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
  const std::string package = "http://schemas.openxmlformats.org/package/2006/";
  std::vector<zip::Entry> parts;
  parts.push_back({"[Content_Types].xml", "<Types xmlns=\"" + package + "content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Override PartName=\"/word/document.xml\" ContentType=\"application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml\"/></Types>", false});
  parts.push_back({"_rels/.rels", "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r1\" Type=\"" + links + "/officeDocument\" Target=\"word/document.xml\"/></Relationships>", false});
  parts.push_back({"word/_rels/document.xml.rels", "<Relationships xmlns=\"" + package + "relationships\"><Relationship Id=\"r1\" Type=\"" + links + "/styles\" Target=\"styles.xml\"/></Relationships>", false});
  parts.push_back({"word/document.xml", "<w:document" + space + "><w:body>" + body + "</w:body></w:document>", false});
  parts.push_back({"word/styles.xml", "<w:styles" + space + ">" + styles + "</w:styles>", false});
  const Result<std::string> packed = zip::pack(parts, "report.docx");
  REQUIRE(packed);
  return pale_words(read_report(*packed, "report.docx"));
}

std::string word_run(const std::string& properties, const std::string& words) {
  return "<w:p><w:r><w:rPr>" + properties + "</w:rPr><w:t>" + words + "</w:t></w:r></w:p>";
}

}  // namespace

TEST_CASE("large letters need less contrast than small ones") {
  const Colour grey{0x80, 0x80, 0x80}, white{255, 255, 255};  // 3.9 to 1
  CHECK(is_faint(grey, white, 12, false));
  CHECK_FALSE(is_faint(grey, white, 18, false));
  CHECK_FALSE(is_faint(grey, white, 14, true));
  CHECK_FALSE(is_faint({0x76, 0x76, 0x76}, white, 11, false));
}

TEST_CASE("pale words of a page are told, each by the ground it stands on") {
  CHECK(pale_on_page("", "<p style=\"color:#999\">one</p><p>two</p>") == "one");
  CHECK(pale_on_page("<style>.c{color:#aaa}.d{background:#222}</style>", "<p class=\"c\">one</p><div class=\"d\"><p class=\"c\">two</p></div>") == "one");
  CHECK(pale_on_page("", "<p style=\"color:#999\">one <b style=\"color:#000\">two</b> three</p>") == "one|three");
  CHECK(pale_on_page("", "<h1 style=\"color:#808080\">one</h1><p style=\"color:#808080\">two</p>") == "two");
  CHECK(pale_on_page("", "<p style=\"color:#999;background:url(x.png)\">one</p>").empty());
  CHECK(pale_on_page("<link rel=\"stylesheet\" href=\"a.css\">", "<p style=\"color:#999\">one</p>").empty());
}

TEST_CASE("pale words of a Word file are told through styles and shading") {
  const std::string styles = "<w:style w:type=\"paragraph\" w:styleId=\"Pale\"><w:name w:val=\"Pale\"/><w:rPr><w:color w:val=\"A6A6A6\"/></w:rPr></w:style>";
  CHECK(pale_in_word(word_run("<w:color w:val=\"BFBFBF\"/>", "one") + word_run("", "two"), styles) == "one");
  CHECK(pale_in_word("<w:p><w:pPr><w:pStyle w:val=\"Pale\"/></w:pPr><w:r><w:t>one</w:t></w:r></w:p>", styles) == "one");
  CHECK(pale_in_word(word_run("<w:color w:val=\"FFFFFF\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>", "one") + word_run("<w:color w:val=\"707070\"/><w:shd w:val=\"clear\" w:fill=\"1F3864\"/>", "two"), styles) == "two");
  CHECK(pale_in_word(word_run("<w:color w:val=\"808080\"/><w:sz w:val=\"40\"/>", "one") + word_run("<w:color w:val=\"808080\"/><w:sz w:val=\"22\"/>", "two"), styles) == "two");
  CHECK(pale_in_word(word_run("<w:color w:val=\"auto\"/>", "one"), styles).empty());
}
