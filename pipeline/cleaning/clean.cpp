#include "cleaning/clean.h"

#include <algorithm>

namespace casewright {

void TakenOutList::add(std::string_view what, std::size_t count) {
  if (count == 0) return;
  const auto known = std::find_if(all_.begin(), all_.end(), [what](const TakenOut& each) { return each.what == what; });
  if (known == all_.end()) all_.push_back({std::string(what), count});
  else known->count += count;
}

Result<CleanCopy> clean_copy(std::string_view bytes, const Reading& reading) {
  const std::string& format = reading.container.format;
  if (format == "docx") return clean_docx(bytes, reading);
  if (format == "odt") return clean_odt(bytes, reading);
  if (format == "html") return clean_html(bytes, reading);
  if (format == "pdf") return clean_pdf(bytes, reading);
  return Fault{reading.path, 0, 0, "a copy of this kind of file cannot be cleaned", "save it as .docx, .odt, .html or .pdf and clean that"};
}

}  // namespace casewright
