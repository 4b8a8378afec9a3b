#include <catch2/catch.hpp>

#include "ingest/readers.h"

using namespace casewright;

namespace {

/// A PDF of one page with that content; everything in it is invented. Its table of objects is found by the reader.
std::string pdf_of(const std::string& content) {
  return "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n"
         "2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
         "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n"
         "4 0 obj <</Length " + std::to_string(content.size()) + ">> stream\n" + content + "\nendstream endobj\n"
         "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding>> endobj\n"
         "trailer <</Root 1 0 R>>\n%%EOF\n";
}

const std::string report =
    "BT /F1 18 Tf 70 740 Td (Findings of the invented review) Tj ET\n"
    "BT /F1 11 Tf 70 700 Td (3.2 The panel met the safe-) Tj 0 -14 Td (guarding team in June and heard from each of them.) Tj ET\n"
    "BT /F1 11 Tf 3 Tr 70 300 Td (words in invisible ink) Tj ET\n";

}  // namespace

TEST_CASE("a PDF's heading, numbered paragraph and places are read") {
  const std::string bytes = pdf_of(report);
  const Result<Reading> reading = read_report(bytes, "invented.pdf");
  REQUIRE(reading.ok());
  const auto& blocks = reading->document.blocks;
  REQUIRE(blocks.size() == 2);
  CHECK(blocks[0].text() == "Findings of the invented review");
  CHECK(blocks[1].number == "3.2");
  CHECK(blocks[1].text() == "The panel met the safeguarding team in June and heard from each of them.");
  CHECK(blocks[1].page == 1);
  CHECK(blocks[1].box.left == Approx(70).margin(0.5));
  CHECK(blocks[1].box.top > 130);
  CHECK(blocks[1].box.bottom < 165);
  const Origin first = blocks[1].inlines[0].origin_at(0);
  CHECK(first.part == 1);
  CHECK(first.at == 35);  // after the 31 letters of the heading and "3.2 "
}

TEST_CASE("words in invisible ink are carried, not read") {
  const std::string bytes = pdf_of(report);
  const Result<Reading> reading = read_report(bytes, "invented.pdf");
  REQUIRE(reading.ok());
  bool carried = false;
  for (const Carried& each : reading->container.items)
    carried |= each.kind == CarriedKind::hidden_text && each.text == "words in invisible ink";
  CHECK(carried);
}

TEST_CASE("a PDF that cannot be read is a fault that says what to do") {
  for (const char* bytes : {"%PDF-1.4\n", "%PDF-1.7\n1 0 obj <</Type /Catalog>> endobj\ntrailer <</Root 1 0 R>>\n"}) {
    const Result<Reading> reading = read_report(std::string_view(bytes), "broken.pdf");
    REQUIRE_FALSE(reading.ok());
    CHECK_FALSE(reading.faults().at(0).hint.empty());
  }
}
