#include "inspect/places_told.h"

#include "inspect/seen.h"

namespace casewright {

std::string place_told(const Reading& reading, Span span) {
  const DocumentRole role = reading.document.role;
  std::string told = role == DocumentRole::legacy ? std::string("the report") : "the " + std::string(name_of(role));
  if (span.empty() || reading.prose.stretches.empty()) return told;
  const Stretch& stretch = reading.prose.stretch_at(span.begin);
  if (!stretch.number.empty()) told = "paragraph " + stretch.number + " of " + told;
  return stretch.page == 0 ? told : told + ", page " + std::to_string(stretch.page);
}

}  // namespace casewright
