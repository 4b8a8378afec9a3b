#include "ingest/pdf/pdf_conditions.h"

#include "foreign/pdfua/ua_check.h"

namespace casewright {

Faults note_broken_conditions(std::string_view bytes, Reading& reading) {
  if (reading.container.format != "pdf") return {};
  Result<std::vector<pdf::Broken>> broken = pdf::broken_conditions(bytes, reading.path);
  Faults faults;
  if (broken)
    for (pdf::Broken& each : *broken)
      reading.container.broken.push_back({std::move(each.condition), each.page, std::move(each.path), std::move(each.detail), each.count});
  broken.move_faults_to(faults);
  return faults;
}

}  // namespace casewright
