// Walks tests/fixtures/office: each folder holds the parts of a Word or OpenDocument file and expected.txt, the tree
// and the container as read.
#include <algorithm>
#include <map>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "foreign/zip.h"
#include "ingest/parts/office_tree.h"
#include "ingest/readers.h"
#include "ingest/show_reading.h"
#include "office_archive.h"

using namespace casewright;

namespace {

/// All text of a part as Origins count it, one entry a character.
std::vector<std::string> characters_of(const std::string& part) {
  const Result<OfficeNode> root = read_office_tree(part, "part");
  REQUIRE(root);
  const std::string text = root->content();
  std::vector<std::string> characters;
  for (std::size_t at = 0; at < text.size();) {
    const CodePoint each = code_point_at(text, at);
    characters.push_back(text.substr(at, each.bytes));
    at += each.bytes;
  }
  return characters;
}

/// Every character that moves along with its origin stands at that place of its part.
void check_origins(const Reading& reading, const std::string& bytes) {
  const Result<zip::Archive> archive = zip::Archive::open(bytes, "report");
  REQUIRE(archive);
  const std::vector<std::string> names = archive->names();
  std::map<std::uint32_t, std::vector<std::string>> parts;
  std::size_t checked = 0;
  walk(reading.document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines) {
      INFO(run.text);
      if (run.kind == InlineKind::text) REQUIRE_FALSE(run.origins.empty());
      for (std::size_t step = 0; step < run.origins.size(); ++step) {
        const OriginStep& from = run.origins[step];
        REQUIRE(from.origin.part < names.size());
        if (from.steps != OriginStep::Steps::by_character) continue;
        auto& characters = parts[from.origin.part];
        if (characters.empty()) characters = characters_of(*archive->read(names[from.origin.part]));
        const std::size_t end = step + 1 < run.origins.size() ? run.origins[step + 1].at : run.text.size();
        std::size_t place = from.origin.at;
        for (std::size_t at = from.at; at < end; ++place) {
          const std::string character = run.text.substr(at, code_point_at(run.text, at).bytes);
          REQUIRE(place < characters.size());
          const bool white = characters[place] == " " || characters[place] == "\n" || characters[place] == "\t";
          REQUIRE((characters[place] == character || (white && character == " ") || character == " "));
          at += character.size();
          ++checked;
        }
      }
    }
  });
  CHECK(checked > 0);
}

Result<Reading> read_body(const std::string& body, const std::string& more = {}, const char* more_name = "word/styles.xml") {
  StoredZip zip;
  zip.add("word/document.xml", "<w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body>" + body + "</w:body></w:document>");
  if (!more.empty()) zip.add(more_name, more);
  return read_report(zip.bytes(), "report.docx");
}

}  // namespace

TEST_CASE("office files are read as the fixtures expect them") {
  for (const auto& folder : fixture_folders("office"))
    DYNAMIC_SECTION(folder.filename().string()) {
      for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().stem() != "in") continue;
        const std::string bytes = archive_of(entry.path());
        const Result<Reading> read = read_report(bytes, "report" + entry.path().extension().string());
        std::string now;
        for (const Fault& fault : read.faults()) now += describe(fault) + "\n";
        if (read) now += show(*read);
        CHECK(now == expected_bytes(folder / "expected.txt", now));
        if (read) check_origins(*read, bytes);
      }
    }
}

TEST_CASE("an office file is known by what it holds, whatever its name") {
  const std::string bytes = archive_of(std::string(PROJECT_FOLDER) + "/tests/fixtures/office/word-tables/in.docx");
  const Result<Reading> read = read_report(bytes, "report.html");
  REQUIRE(read);
  CHECK(read->container.format == "docx");
}

TEST_CASE("a Word file that is cut short is a fault at every length") {
  const std::string bytes = archive_of(std::string(PROJECT_FOLDER) + "/tests/fixtures/office/word-tables/in.docx");
  for (std::size_t length = 1; length < bytes.size(); length += 997) {
    const Result<Reading> read = read_report(std::string_view(bytes).substr(0, length), "report.docx");
    REQUIRE_FALSE(read);
    if (length > 4) CHECK(read.faults().at(0).what.find("cut short or damaged") != std::string::npos);
  }
}

TEST_CASE("an office file with a password says so") {
  std::string locked = "\xD0\xCF\x11\xE0 ";
  for (const char c : std::string("EncryptedPackage")) locked += {c, '\0'};
  const Result<Reading> word = read_report(locked, "report.docx");
  REQUIRE_FALSE(word);
  CHECK(word.faults()[0].what.find("password") != std::string::npos);
  StoredZip zip;
  zip.add("mimetype", "application/vnd.oasis.opendocument.text");
  zip.add("META-INF/manifest.xml", "<manifest><file-entry><encryption-data/></file-entry></manifest>");
  zip.add("content.xml", "noise");
  const Result<Reading> open_document = read_report(zip.bytes(), "report.odt");
  REQUIRE_FALSE(open_document);
  CHECK(open_document.faults()[0].what.find("password") != std::string::npos);
}

TEST_CASE("bombs, entities and endless nesting are faults") {
  const std::string entities = "<!DOCTYPE d [<!ENTITY a 'aaaaaaaaaa'><!ENTITY b '&a;&a;&a;&a;'>]><w:document xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'><w:body><w:p><w:r><w:t>&b;</w:t></w:r></w:p></w:body></w:document>";
  StoredZip zip;
  zip.add("word/document.xml", entities);
  CHECK_FALSE(read_report(zip.bytes(), "report.docx"));
  std::string deep;
  for (int i = 0; i < 300; ++i) deep += "<w:sdt><w:sdtContent>";
  CHECK_FALSE(read_body(deep));
  std::string tables;
  for (int i = 0; i < 60; ++i) tables += "<w:tbl><w:tr><w:tc>";
  tables += "<w:p><w:r><w:t>deep</w:t></w:r></w:p>";
  for (int i = 0; i < 60; ++i) tables += "</w:tc></w:tr></w:tbl>";
  CHECK(read_body(tables));
}

TEST_CASE("a path in an archive leads nowhere outside it") {
  StoredZip zip;
  zip.add("_rels/.rels", "<Relationships><Relationship Id='a' Type='x/officeDocument' Target='../../../../etc/passwd'/></Relationships>");
  zip.add("../../word/document.xml", "<x/>");
  const Result<Reading> read = read_report(zip.bytes(), "report.docx");
  REQUIRE_FALSE(read);
}

TEST_CASE("the end of a paragraph that is deleted joins it to the next") {
  const Result<Reading> read = read_body(
      "<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='R. Lead'/></w:rPr></w:pPr><w:r><w:t>The school </w:t></w:r></w:p>"
      "<w:p><w:r><w:t>was not told.</w:t></w:r></w:p>");
  REQUIRE(read);
  REQUIRE(read->document.blocks.size() == 1);
  CHECK(read->document.blocks[0].text() == "The school was not told.");
}

TEST_CASE("words above others and the choice of an old drop-down are read where they show") {
  const auto mark = [](const std::string& type) { return "<w:r><w:fldChar w:fldCharType='" + type + "'/></w:r>"; };
  const std::string choice = "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='Choose'/><w:listEntry w:val='Social Worker 1'/></w:ddList></w:ffData></w:fldChar></w:r>"
                             "<w:r><w:instrText> FORMDROPDOWN </w:instrText></w:r>" + mark("separate") + mark("end");
  const Result<Reading> read = read_body("<w:p><w:r><w:t xml:space='preserve'>With </w:t></w:r>" + choice + "<w:r><w:ruby><w:rubyPr/><w:rt><w:r><w:t>Ada</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>, Mother</w:t></w:r></w:rubyBase></w:ruby></w:r></w:p>");
  REQUIRE(read);
  CHECK(read->document.blocks.front().text() == "With Social Worker 1, Mother (Ada)");
  const auto& items = read->container.items;
  CHECK(std::any_of(items.begin(), items.end(), [](const Carried& each) { return each.risk == "content-control-data" && each.text == "Choose"; }));
}
