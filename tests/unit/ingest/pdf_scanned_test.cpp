#include <catch2/catch.hpp>

#include <string>

#include "fixtures.h"
#include "ingest/readers.h"

using namespace casewright;

namespace {

std::uint32_t number_at(const std::string& bytes, std::size_t at) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < 4; ++i) value = value << 8 | static_cast<unsigned char>(bytes[at + i]);
  return value;
}

/// The packed pixels of a PNG, which a PDF can hold as they are.
std::string packed_pixels(const std::string& png) {
  std::string packed;
  for (std::size_t at = 8; at + 12 <= png.size(); at += 12 + number_at(png, at))
    if (png.compare(at + 4, 4, "IDAT") == 0) packed += png.substr(at + 8, number_at(png, at));
  return packed;
}

std::string stream(int number, const std::string& dictionary, const std::string& bytes) {
  return std::to_string(number) + " 0 obj <<" + dictionary + " /Length " + std::to_string(bytes.size()) + ">> stream\n" + bytes + "\nendstream endobj\n";
}

/// A PDF whose first page is words and whose second is a scan.
std::string mixed_pdf(const std::string& png) {
  const std::uint32_t width = number_at(png, 16), height = number_at(png, 20);
  const int colours = png[25] == 2 ? 3 : 1;
  const std::string wide = std::to_string(width * 0.24), high = std::to_string(height * 0.24);
  return "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R 6 0 R] /Count 2>> endobj\n"
         "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources <</Font <</F1 5 0 R>>>>>> endobj\n" +
         stream(4, "", "BT /F1 11 Tf 70 700 Td (The panel met in June.) Tj ET") +
         "5 0 obj <</Type /Font /Subtype /Type1 /BaseFont /Helvetica>> endobj\n6 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 " + wide + " " + high +
         "] /Contents 7 0 R /Resources <</XObject <</Scan 8 0 R>>>>>> endobj\n" + stream(7, "", wide + " 0 0 " + high + " 0 0 cm /Scan Do") +
         stream(8, "/Type /XObject /Subtype /Image /Width " + std::to_string(width) + " /Height " + std::to_string(height) + " /BitsPerComponent " + std::to_string(png[24]) +
                       " /ColorSpace /Device" + (colours == 3 ? "RGB" : "Gray") + " /Filter /FlateDecode /DecodeParms <</Predictor 15 /Colors " + std::to_string(colours) +
                       " /Columns " + std::to_string(width) + " /BitsPerComponent " + std::to_string(png[24]) + ">>", packed_pixels(png)) +
         "trailer <</Root 1 0 R>>\n%%EOF\n";
}

}  // namespace

TEST_CASE("a scanned page of a PDF is read by its picture, a page of words is not") {
  const std::string png = file_bytes(std::string(PROJECT_FOLDER) + "/tests/fixtures/scan/notice.png");
  const Result<Reading> reading = read_report(mixed_pdf(png), "mixed.pdf");
  REQUIRE(reading.ok());
  std::string first, second;
  for (const Block& block : reading->document.blocks) (block.page == 1 ? first : second) += block.text() + "\n";
  CHECK(first == "The panel met in June.\n");
  const Result<Reading> picture = read_report(png, "scan.png");
  REQUIRE(picture.ok());
  std::string whole;
  for (const Block& block : picture->document.blocks) whole += block.text() + "\n";
  CHECK(second.substr(0, 20) == whole.substr(0, 20));
  CHECK(reading->document.blocks.back().inlines.at(0).origin_at(0).part == 2);
}

TEST_CASE("a scanned page that cannot be read well is named") {
  std::string noise(200 * 300, '\0');
  unsigned lot = 7;
  for (char& each : noise) each = static_cast<char>((lot = lot * 1103515245 + 12345) >> 16 & 0xFF);
  const std::string bytes = "%PDF-1.4\n1 0 obj <</Type /Catalog /Pages 2 0 R>> endobj\n2 0 obj <</Type /Pages /Kids [3 0 R] /Count 1>> endobj\n"
                            "3 0 obj <</Type /Page /Parent 2 0 R /MediaBox [0 0 200 300] /Contents 4 0 R /Resources <</XObject <</Scan 5 0 R>>>>>> endobj\n" +
                            stream(4, "", "200 0 0 300 0 0 cm /Scan Do") + stream(5, "/Type /XObject /Subtype /Image /Width 200 /Height 300 /BitsPerComponent 8 /ColorSpace /DeviceGray", noise) +
                            "trailer <</Root 1 0 R>>\n%%EOF\n";
  const Result<Reading> reading = read_report(bytes, "noise.pdf");
  REQUIRE(reading.ok());
  REQUIRE_FALSE(reading.faults().empty());
  CHECK(reading.faults()[0].line == 1);
  CHECK_FALSE(reading.faults()[0].hint.empty());
}
