// PDFs of any kind, held to the conditions of PDF/UA: a check of other people's files never falls.
#include "foreign/pdfua/ua_check.h"
#include "pdf_source.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes = pdf_of({reinterpret_cast<const char*>(data), size});
  const auto broken = pdf::broken_conditions(bytes, "fuzz.pdf");
  if (!broken.ok() && broken.faults().empty()) __builtin_trap();
  return 0;
}
