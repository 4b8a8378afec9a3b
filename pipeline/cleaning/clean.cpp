#include "cleaning/clean.h"

#include <algorithm>

#include "base/picture_file.h"
#include "ingest/image_facts.h"

namespace casewright {

void TakenOutList::add(std::string_view what, std::size_t count) {
  if (count == 0) return;
  const auto known = std::find_if(all_.begin(), all_.end(), [what](const TakenOut& each) { return each.what == what; });
  if (known == all_.end()) all_.push_back({std::string(what), count});
  else known->count += count;
}

std::string without_remarks(std::string bytes, TakenOutList& out) {
  std::string bare = bare_picture(bytes);
  if (bare.empty() || bare == bytes) return bytes;
  const std::vector<ImageFact> facts = image_facts(bytes);
  const bool said = std::any_of(facts.begin(), facts.end(), [](const ImageFact& each) { return !each.drawn; });
  if (said || fact_behind_end(bytes)) out.add("remarks in pictures");
  return bare;
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
