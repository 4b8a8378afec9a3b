// PDFs of any kind, read as reports, cleaned and marked up: a reader of other people's files never falls, and a copy of
// what was read can be read again.
#include "cleaning/clean.h"
#include "ingest/pdf/pdf_reader.h"
#include "language/prose_reader.h"
#include "marking/mark_up.h"
#include "pdf_source.h"

using namespace casewright;

namespace {

void mark(Reading known, std::string_view bytes) {
  known.prose = read_prose(known.document, known.container);
  std::vector<MarginNote> notes{{{}, Level::advise, "sections/missing", "", {"the whole"}}};
  for (const Stretch& each : known.prose.stretches) notes.push_back({each.span, Level::fix, "tone/blame", "words", {"a note"}});
  const Result<MarkedCopy> copy = mark_pdf(bytes, known, notes);
  if (copy.ok() ? !read_pdf(copy->bytes, "marked.pdf").ok() : copy.faults().empty()) __builtin_trap();
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const unsigned char* data, std::size_t size) {
  const std::string bytes = pdf_of({reinterpret_cast<const char*>(data), size});
  const Result<Reading> read = read_pdf(bytes, "fuzz.pdf");
  if (!read.ok() && read.faults().empty()) __builtin_trap();
  if (!read.ok()) return 0;
  const Result<CleanCopy> copy = clean_pdf(bytes, *read);
  if (copy.ok() ? !read_pdf(copy->bytes, "clean.pdf").ok() : copy.faults().empty()) __builtin_trap();
  mark(*read, bytes);
  return 0;
}
