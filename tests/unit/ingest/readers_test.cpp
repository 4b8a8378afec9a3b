// Walks tests/fixtures/reading: each folder holds in.<format> and expected.txt, the tree and the container as read.
#include "ingest/readers.h"

#include <algorithm>

#include <catch2/catch.hpp>

#include "base/text.h"
#include "emit/blocks_document.h"
#include "emit/blocks_writer.h"
#include "emit/html/html_writer.h"
#include "fixtures.h"
#include "foreign/image.h"
#include "foreign/ocr.h"
#include "ingest/blocks/source_text.h"
#include "ingest/show_reading.h"

using namespace casewright;

namespace {

/// Every character whose origin goes along byte by byte stands at that byte of the file.
void check_origins(const Reading& reading, const std::string& bytes) {
  std::size_t checked = 0;
  walk(reading.document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines)
      for (std::uint32_t at = 0; at < run.text.size(); ++at) {
        const Origin origin = run.origin_at(at);
        REQUIRE(origin.at <= bytes.size());
        const auto byte = static_cast<unsigned char>(run.text[at]);
        if (byte >= 0x80 || byte == ' ' || origin.at >= bytes.size() || bytes[origin.at] == '&' || bytes[origin.at] == '<') continue;
        if (run.kind == InlineKind::note_reference && bytes[origin.at] == '[') continue;  // "[^law]" is shown as "1"
        INFO("\"" << run.text << "\" at " << at << ", byte " << origin.at);
        REQUIRE(bytes[origin.at] == run.text[at]);
        const auto line = 1 + std::count(bytes.begin(), bytes.begin() + origin.at, '\n');
        REQUIRE(origin.part == line);
        ++checked;
      }
  });
  CHECK(checked > 0);
}

std::string in_utf16(const std::string& ascii, bool little) {
  std::string wide = little ? "\xFF\xFE" : "\xFE\xFF";
  for (const char c : ascii) wide += little ? std::string{c, '\0'} : std::string{'\0', c};
  return wide;
}

std::string all_text(const Reading& reading) {
  std::string all;
  walk(reading.document.blocks, [&all](const Block& block, std::size_t) { all += block.text() + "\n"; });
  return all;
}

/// `text` with everything from `from` up to the next `to` left out, wherever it stands.
std::string without(std::string text, std::string_view from, std::string_view to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at)) {
    const std::size_t end = text.find(to, at + from.size());
    text.erase(at, end == std::string::npos ? std::string::npos : end + to.size() - at);
  }
  return text;
}

/// The text form of what a page carries over: no edges of the page, no anchors, markers without their brackets.
std::string comparable(Document document) {
  std::erase_if(document.blocks, [](const Block& block) {
    return block.kind == BlockKind::furniture || block.kind == BlockKind::contents || block.kind == BlockKind::title;
  });
  std::stable_partition(document.blocks.begin(), document.blocks.end(), [](const Block& block) { return block.kind != BlockKind::note; });
  walk(document.blocks, [](Block& block, std::size_t) {
    if (block.kind == BlockKind::list_item) std::erase_if(block.number, [](char c) { return c == '(' || c == ')' || c == '.'; });
    if (!block.inlines.empty() && block.inlines.back().text.ends_with(' ')) block.inlines.back().text.pop_back();
  });
  std::string text = write_blocks(document, {});
  text = without(std::move(text), ",\"id\":\"", "\"");
  text = without(std::move(text), ",\"target\":\"#", "\"");
  return without(std::move(text), "{\"note\":\"", "\"}");
}

}  // namespace

TEST_CASE("reports are read as the fixtures expect them") {
  for (const auto& folder : fixture_folders("reading"))
    DYNAMIC_SECTION(folder.filename().string()) {
      for (const auto& entry : std::filesystem::directory_iterator(folder)) {
        if (entry.path().stem() != "in") continue;
        const std::string bytes = file_bytes(entry.path());
        const Result<Reading> read = read_report(bytes, "report" + entry.path().extension().string());
        std::string now;
        for (const Fault& fault : read.faults()) now += describe(fault) + "\n";
        if (read) now += show(*read);
        CHECK(now == expected_bytes(folder / "expected.txt", now));
        if (read && folder.filename().string().find("utf-16") == std::string::npos) check_origins(*read, bytes);
      }
    }
}

TEST_CASE("a page of our own comes back as the document it was written from") {
  for (const auto& folder : fixture_folders("html"))
    DYNAMIC_SECTION(folder.filename().string()) {
      const FixturePage page = page_of_blocks(file_bytes(folder / "in.blocks.json"));
      const Result<Reading> read = read_report(write_html(page.document, page.theme), "page.html");
      REQUIRE(read);
      // The fixture of notes and links holds what a page must not carry over: dead links and notes out of order.
      if (folder.filename() != "notes-and-links") CHECK(comparable(read->document) == comparable(page.document));
      CHECK(read->document.language == page.document.language);
      CHECK(read->document.date == page.document.date);
    }
}

TEST_CASE("text is read in every encoding that boards use") {
  const std::string words = "1.1 The review's first words.\n\nAnd the second.\n";
  for (const std::string& bytes : {words, "\xEF\xBB\xBF" + words, in_utf16(words, true), in_utf16(words, false), in_utf16(words, true).substr(2)}) {
    const Result<Reading> read = read_report(bytes, "r.txt");
    REQUIRE(read);
    REQUIRE(read->document.blocks.size() == 2);
    CHECK(read->document.blocks[0].number == "1.1");
    CHECK(read->document.blocks[0].text() == "The review's first words.");
    CHECK(read->document.blocks[1].inlines[0].origin_at(0).part == 3);
  }
  const Result<Reading> old = read_report("The child\x92s \x93voice\x94 \x96 caf\xE9\n", "r.txt");
  REQUIRE(old);
  CHECK(old->document.blocks[0].text() == "The child\u2019s \u201Cvoice\u201D \u2013 caf\u00E9");
  CHECK(old->document.blocks[0].inlines[0].origin_at(12).at == 10);
  REQUIRE(!old->container.items.empty());
  CHECK(old->container.items[0].how == "5 letters were read as Windows-1252, first in line 1");
  CHECK_FALSE(old->container.items[0].deliberate);
  const Result<Reading> broken = read_report("All is well.\n\nShe said \xE9 and \x81.\n", "r.txt");
  REQUIRE(broken);
  REQUIRE(!broken->container.items.empty());
  CHECK(broken->container.items[0].how == "1 letter was read as Windows-1252, and 1 character could not be read, first in line 3");
  CHECK(broken->container.items[0].deliberate);
  const Result<Reading> said = read_report("<meta charset=windows-1252><p>caf\xE9</p>", "r.html");
  REQUIRE(said);
  CHECK(std::none_of(said->container.items.begin(), said->container.items.end(), [](const Carried& each) { return each.risk == "letters-guessed"; }));
  const Result<Reading> page = read_report("<meta charset=iso-8859-2><p>Wi\xB6niewska</p>", "r.html");
  REQUIRE(page);
  CHECK(all_text(*page) == "Wi\u015Bniewska\n");
}

TEST_CASE("what is no report is told of with what can be read") {
  for (const char* bytes : {"GIF89a", "\xD0\xCF\x11\xE0 old"}) {
    const Result<Reading> read = read_report(bytes, "report.html");
    CHECK_FALSE(read);
    CHECK(read.faults().at(0).hint.find(".html") != std::string::npos);
  }
  CHECK_FALSE(read_report("words", "report.xyz"));
  CHECK_FALSE(read_report("  \n", "report.txt"));
  std::string deep;
  for (int i = 0; i < 5000; ++i) deep += "<div>";
  const Result<Reading> nested = read_report("<html>" + deep + "x", "report.html");
  REQUIRE_FALSE(nested);
  CHECK(nested.faults()[0].what.find("deep") != std::string::npos);
}

TEST_CASE("a large page is read in time that grows with its size") {
  std::string page = "<html><body>";
  for (int i = 0; i < 20000; ++i) page += "<p>Paragraph " + std::to_string(i) + " &amp; some <b>more</b> words\nover two lines.</p>\n";
  const Result<Reading> read = read_report(page, "report.html");
  REQUIRE(read);
  CHECK(read->document.blocks.size() == 20000);
}

TEST_CASE("a scan is read with its boxes and its doubts") {
  const std::string folder = std::string(PROJECT_FOLDER) + "/tests/fixtures/scan/";
  const Result<Reading> read = read_report(file_bytes(folder + "notice.png"), "scan.png");
  REQUIRE(read);
  CHECK(read->container.format == "scan");
  const std::string text = all_text(*read);
  CHECK(text.find("asked the child what she") != std::string::npos);
  for (const Block& block : read->document.blocks) {
    CHECK(block.page == 1);
    CHECK(block.box.right > block.box.left);
  }
  const std::string whole = file_bytes(folder + "notice.png");
  CHECK_FALSE(read_report(std::string_view(whole).substr(0, whole.size() / 2), "scan.png"));
}

TEST_CASE("a page that lies on its side or upside down is turned before it is read") {
  const auto upright = image::read_png(file_bytes(std::string(PROJECT_FOLDER) + "/tests/fixtures/scan/notice.png"));
  REQUIRE(upright);
  Result<ocr::Reader> reader = ocr::Reader::open("scan.png");
  REQUIRE(reader);
  const std::uint32_t wide = upright->width, high = upright->height;
  for (int quarters = 1; quarters < 4; ++quarters) {
    INFO(quarters);
    std::string turned(static_cast<std::size_t>(wide) * high, '\0');
    for (std::uint32_t y = 0; y < high; ++y)
      for (std::uint32_t x = 0; x < wide; ++x) {
        const std::size_t to = quarters == 1 ? static_cast<std::size_t>(x) * high + (high - 1 - y)
                             : quarters == 2 ? static_cast<std::size_t>(high - 1 - y) * wide + (wide - 1 - x)
                                             : static_cast<std::size_t>(wide - 1 - x) * high + y;
        turned[to] = upright->rgb[3 * (static_cast<std::size_t>(y) * wide + x)];
      }
    const Result<ocr::Page> page = reader->read({turned, quarters == 2 ? wide : high, quarters == 2 ? high : wide, 150}, "scan.png", 1);
    REQUIRE(page);
    CHECK(page->confidence >= ocr::low_confidence);
    std::string words;
    for (const ocr::Word& each : page->words) words += each.text + " ";
    CHECK(words.find("asked the child what she") != std::string::npos);
  }
}

TEST_CASE("pale words on the dark grounds of a scan are read, and dark ones beside them") {
  const Result<Reading> read = read_report(file_bytes(std::string(PROJECT_FOLDER) + "/tests/fixtures/scan/banner.png"), "scan.png");
  REQUIRE(read);
  const std::string text = all_text(*read);
  for (const char* words : {"Review of Child Alder", "pale words on dark grounds", "Key finding: nobody asked the children", "Agency", "Signed off", "6 May 2015"}) {
    INFO(words);
    CHECK(text.find(words) != std::string::npos);
  }
}
