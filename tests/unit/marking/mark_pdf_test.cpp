// Highlights and notes in PDF: at the very words whatever the page's boxes say, with bookmarks and tags, and no second time.
#include <catch2/catch.hpp>

#include "base/text.h"
#include "emit/pdf/pdf_writer.h"
#include "foreign/pdf/pdf_scan.h"
#include "foreign/pdfua/ua_check.h"
#include "marking/marked_file.h"

using namespace casewright;

namespace {

/// A PDF of one page with those entries; everything in it is invented.
std::string page_with(const std::string& entries) {
  const std::string content = "BT /F1 11 Tf 170 400 Td (The panel met the school nurse.) Tj 0 -14 Td (She said no more.) Tj ET";
  return "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
         "3 0 obj <</Type /Page /Parent 2 0 R " + entries + " /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n"
         "4 0 obj <</Length " + std::to_string(content.size()) + ">> stream\n" + content + "\nendstream endobj\n"
         "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>> endobj\ntrailer <</Root 1 0 R>>\n%%EOF\n";
}

std::string marked(const std::string& bytes, const std::vector<MarginNote>& notes) {
  const Result<MarkedCopy> copy = marked_copy(bytes, read_marked(bytes, "report.pdf"), notes);
  for (const Fault& fault : copy.faults()) UNSCOPED_INFO(describe(fault));
  REQUIRE(copy.ok());
  return copy->bytes;
}

/// The letters of the page that lie in the highlight of that note.
std::string highlighted(pdf::File& file, std::string_view says) {
  const pdf::PageScan scan = file.scan(1);
  std::string letters;
  for (const pdf::Annotation& each : scan.annotations) {
    if (each.kind != "Highlight" || each.text.find(says) == std::string::npos) continue;
    for (const pdf::Glyph& glyph : scan.glyphs) {
      const float x = (glyph.box.left + glyph.box.right) / 2, y = (glyph.box.top + glyph.box.bottom) / 2;
      if (glyph.unicode != ' ' && each.box.left <= x && x <= each.box.right && each.box.top <= y && y <= each.box.bottom) append_utf8(letters, glyph.unicode);
    }
  }
  return letters;
}

std::size_t notes_of(pdf::File& file) {
  std::size_t count = 0;
  for (std::uint32_t page = 1; page <= file.pages(); ++page)
    for (const pdf::Annotation& each : file.scan(page).annotations) count += each.kind == "Highlight" || each.kind == "Text";
  return count;
}

}  // namespace

TEST_CASE("a highlight lies on the very words, whatever the page's boxes and its turn", "[marking]") {
  for (const char* entries : {"/MediaBox [0 0 595 842]", "/MediaBox [0 0 595 842] /Rotate 90", "/MediaBox [0 0 595 842] /CropBox [100 300 500 500] /Rotate 180", "/MediaBox [0 0 595 842] /CropBox [100 300 500 500] /Rotate 270",
                              "/MediaBox [-100 -200 495 642]", "/MediaBox [-300 -200 495 642] /Rotate -90", "/MediaBox [595 842 0 0]", "/MediaBox [595 842 0 0] /Rotate 450", "/MediaBox [0 0 595 842] /UserUnit 2"}) {
    INFO(entries);
    const std::string bytes = page_with(entries);
    const Reading reading = read_marked(bytes, "report.pdf");
    const std::string copy = marked(bytes, {note_at(reading, "school nurse", "one"), note_at(reading, "She said", "two")});
    Result<pdf::File> opened = pdf::File::open(copy, "copy");
    REQUIRE(opened.ok());
    CHECK(highlighted(*opened, "one") == "schoolnurse");
    CHECK(highlighted(*opened, "two") == "Shesaid");
    CHECK(told_by(read_marked(copy, "report.pdf")) == told_by(reading));
  }
}

TEST_CASE("a highlight stands in the page's own space, and words over two lines have a box each", "[marking]") {
  const std::string bytes = page_with("/MediaBox [-100 -200 495 642]");
  const Reading reading = read_marked(bytes, "report.pdf");
  const std::string copy = marked(bytes, {note_at(reading, "nurse. She", "one")});
  const std::size_t at = copy.find("/QuadPoints [ ");
  REQUIRE(at != std::string::npos);
  const auto corners = split(std::string_view(copy).substr(at + 14, copy.find(" ]", at) - at - 14), ' ');
  REQUIRE(corners.size() == 16);
  const double left = std::stod(std::string(corners[8])), top = std::stod(std::string(corners[9])), bottom = std::stod(std::string(corners[13]));
  CHECK(left == Approx(170).margin(1));
  CHECK((bottom < 386 && top > 392 && top < 400));
}

TEST_CASE("marks of ours are no comments to a check, are replaced by the next marking, and are a person's once changed", "[marking]") {
  const std::string bytes = page_with("/MediaBox [0 0 595 842]");
  const Reading reading = read_marked(bytes, "report.pdf");
  std::vector<MarginNote> notes = notes_everywhere(reading);
  const std::string copy = marked(bytes, notes);
  const Reading again = read_marked(copy, "report.pdf");
  CHECK(told_by(again) == told_by(reading));
  CHECK(again.prose.text == reading.prose.text);
  const Result<MarkedCopy> twice = marked_copy(copy, again, notes);
  REQUIRE(twice.ok());
  Result<pdf::File> first = pdf::File::open(copy, ""), second = pdf::File::open(twice->bytes, "");
  CHECK(notes_of(*first) == notes.size());
  CHECK(notes_of(*second) == notes.size());
  CHECK(told_by(read_marked(twice->bytes, "report.pdf")) == told_by(reading));
  const std::string bare = marked(copy, {});
  Result<pdf::File> none = pdf::File::open(bare, "");
  CHECK(notes_of(*none) == 0);
  CHECK(bare.find("Findings of Casewright") == std::string::npos);

  std::string changed = marked(bytes, {note_at(reading, "school", "take this out")});
  changed = replace_every(changed, "take this out", "Jodie is here");
  CHECK(told_by(read_marked(changed, "report.pdf")).find("Jodie is here") != std::string::npos);
}

TEST_CASE("a tagged PDF is no worse for its marks, and keeps its bookmarks", "[marking]") {
  Document document;
  document.title = "An invented review";
  for (const char* words : {"What happened", "What was learnt"}) {
    Block heading = text_block(BlockKind::heading, words);
    heading.level = 1;
    document.blocks.push_back(std::move(heading));
    document.blocks.push_back(text_block(BlockKind::paragraph, std::string("The panel met the school nurse. ") + words + " is told here."));
  }
  const Result<std::string> bytes = write_pdf(document, {});
  REQUIRE(bytes.ok());
  const Reading reading = read_marked(*bytes, "report.pdf");
  std::vector<MarginNote> notes = notes_everywhere(reading);
  const std::string copy = marked(*bytes, notes);
  CHECK(told_by(read_marked(copy, "report.pdf")) == told_by(reading));
  const auto broken = [](const std::string& file) {
    std::string all;
    const auto looked = pdf::broken_conditions(file, "report.pdf");
    REQUIRE(looked.ok());
    for (const auto& each : *looked) all += each.condition + " ";
    return all;
  };
  CHECK(broken(copy) == broken(*bytes));
  Result<pdf::File> before = pdf::File::open(*bytes, ""), after = pdf::File::open(copy, "");
  CHECK(after->bookmarks().size() == before->bookmarks().size());
  CHECK(copy.find("Findings of Casewright") != std::string::npos);
}
