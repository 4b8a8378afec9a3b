// A PDF without what nobody should read.
#include "cleaning/clean.h"
#include "foreign/pdf_clean.h"
#include "ingest/image_facts.h"

namespace casewright {

Result<CleanCopy> clean_pdf(std::string_view bytes, const Reading& reading) {
  Result<pdf::CleanFile> made = pdf::clean_file(bytes, reading.path, without_image_facts);
  if (!made) return made.faults();
  TakenOutList out;
  for (const std::string& each : made->taken_out) out.add(each);
  return CleanCopy{std::move(made->bytes), ".pdf", out.take()};
}

}  // namespace casewright
