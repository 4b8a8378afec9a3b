// PDFs of any kind, read as reports: a reader of other people's files never falls.
#include "ingest/pdf_reader.h"

using namespace casewright;

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const Result<Reading> read = read_pdf({reinterpret_cast<const char*>(data), size}, "fuzz.pdf");
  if (!read.ok() && read.faults().empty()) __builtin_trap();
  return 0;
}
