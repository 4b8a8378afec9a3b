#include <catch2/catch.hpp>

#include <sstream>

#include "emit/blocks_writer.h"
#include "fixtures.h"
#include "ingest/readers.h"

using namespace casewright;

namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '(' || c == ')' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

/// The content streams of the pages that a description sets: README.md of the fixtures says how it reads.
std::vector<std::string> pages_of(const std::string& description) {
  std::vector<std::string> pages(1);
  std::istringstream lines(description);
  for (std::string line; std::getline(lines, line);) {
    std::istringstream words(line);
    std::string what;
    if (!(words >> what) || what[0] == '#') continue;
    if (what == "page") {
      pages.emplace_back();
      continue;
    }
    double x, y, size;
    words >> x >> y >> size;
    std::ostringstream content;
    if (what == "rule") {
      double to;
      words >> to;
      content << x << ' ' << 842 - y << " m " << size << ' ' << 842 - to << " l S\n";
    } else {
      std::string text;
      std::getline(words >> std::ws, text);
      content << "BT /" << what << ' ' << size << " Tf " << x << ' ' << 842 - y << " Td (" << escaped(text) << ") Tj ET\n";
    }
    pages.back() += content.str();
  }
  return pages;
}

/// A PDF of these pages; its table of objects is found by the reader.
std::string pdf_of(const std::vector<std::string>& pages) {
  std::string kids, objects;
  int next = 6;
  for (const std::string& content : pages) {
    const std::string page = std::to_string(next++), stream = std::to_string(next++);
    kids += page + " 0 R ";
    objects += page + " 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents " + stream +
               " 0 R /Resources <</Font <</R 3 0 R /B 4 0 R /I 5 0 R>>>>>> endobj\n" + stream + " 0 obj <</Length " +
               std::to_string(content.size()) + ">> stream\n" + content + "\nendstream endobj\n";
  }
  const auto font = [](int number, const std::string& name) {
    return std::to_string(number) + " 0 obj <</Type /Font /Subtype /Type1 /BaseFont /" + name + " /Encoding /WinAnsiEncoding>> endobj\n";
  };
  return "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [" + kids + "] /Count " +
         std::to_string(pages.size()) + ">> endobj\n" + font(3, "Helvetica") + font(4, "Helvetica-Bold") + font(5, "Helvetica-Oblique") +
         objects + "trailer <</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("pages are read as a person sees them") {
  for (const auto& folder : fixture_folders("layout")) {
    INFO(folder.filename());
    const std::string bytes = pdf_of(pages_of(file_bytes(folder / "in.page")));
    const Result<Reading> reading = read_report(bytes, "invented.pdf");
    REQUIRE(reading.ok());
    const std::string now = write_blocks(reading->document, {});
    CHECK(now == expected_bytes(folder / "expected.blocks.json", now));
  }
}

TEST_CASE("a page of very many shapes and words is read within reason") {
  std::string content = "BT /R 11 Tf 70 700 Td (Words among shapes.) Tj ET\n";
  for (int i = 0; i < 20000; ++i)
    content += std::to_string(i * 37 % 595) + " " + std::to_string(i * 91 % 842) + " " + std::to_string(3 + i % 90) + " " + std::to_string(3 + i % 70) + " re f\n";
  for (int i = 0; i < 3000; ++i)
    content += "BT /R 6 Tf " + std::to_string(i * 53 % 560) + " " + std::to_string(i * 17 % 800) + " Td (w" + std::to_string(i) + ") Tj ET\n";
  const std::string bytes = pdf_of({content});
  CHECK(read_report(bytes, "invented.pdf").ok());
}

TEST_CASE("each word of a block leads back to its glyphs") {
  const std::string bytes = pdf_of(pages_of("R 70 100 11 The agreed safe-\nR 70 114 11 guarding plan\n"));
  const Result<Reading> reading = read_report(bytes, "invented.pdf");
  REQUIRE(reading.ok());
  REQUIRE(reading->document.blocks.size() == 1);
  const Block& block = reading->document.blocks[0];
  REQUIRE(block.text() == "The agreed safeguarding plan");
  const Inline& run = block.inlines[0];
  CHECK(run.origin_at(0).at == 0);
  CHECK(run.origin_at(static_cast<std::uint32_t>(run.text.find("safe"))).at == 11);
  CHECK(run.origin_at(static_cast<std::uint32_t>(run.text.find("guarding"))).at == 16);  // the hyphen is glyph 15
}
