// PDFs of any kind, held to the conditions of PDF/UA: a check of other people's files never falls. What does not look like
// a PDF is taken for the source of one (tests/fixtures/pdfua), so that the noise reaches fonts, tags and tables.
#include <stdexcept>

#include "foreign/small_pdf.h"
#include "foreign/ua_check.h"

using namespace casewright;

namespace {

std::string pdf_of(const std::string& noise) {
  if (noise.rfind("=== ", 0) != 0) return noise;
  SmallPdf pdf = read_small_pdf(noise);
  pdf.try_emplace("header", "%PDF-1.7");
  pdf.try_emplace("catalog", "<< /Type /Catalog >>");
  try {
    return write_small_pdf(pdf);
  } catch (const std::exception&) {
    return noise;  // it refers to an object that is not there
  }
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes = pdf_of({reinterpret_cast<const char*>(data), size});
  const auto broken = pdf::broken_conditions(bytes, "fuzz.pdf");
  if (!broken.ok() && broken.faults().empty()) __builtin_trap();
  return 0;
}
