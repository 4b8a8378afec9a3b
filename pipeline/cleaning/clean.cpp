#include "cleaning/clean.h"

#include <algorithm>
#include <iterator>

#include "base/picture_file.h"
#include "base/text.h"
#include "ingest/carried/image_facts.h"
#include "ingest/readers.h"

namespace casewright {
namespace {

/// A format of which copies can be cleaned.
struct CleanedFormat {
  std::string_view format;
  Result<CleanCopy> (*clean)(std::string_view, const Reading&);
};

constexpr CleanedFormat cleaned_formats[] = {{"docx", clean_docx}, {"odt", clean_odt}, {"html", clean_html}, {"pdf", clean_pdf}};

const CleanedFormat* cleaned_format(std::string_view name) {
  const auto found = std::find_if(std::begin(cleaned_formats), std::end(cleaned_formats), [name](const CleanedFormat& each) { return each.format == name; });
  return found == std::end(cleaned_formats) ? nullptr : &*found;
}

}  // namespace

std::vector<std::string> endings_that_can_be_cleaned() {
  std::vector<std::string> endings;
  for (const ReportReader& reader : report_readers())
    if (cleaned_format(reader.name) != nullptr) endings.insert(endings.end(), reader.extensions.begin(), reader.extensions.end());
  return endings;
}

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
  if (const CleanedFormat* format = cleaned_format(reading.container.format)) return format->clean(bytes, reading);
  return Fault{reading.path, 0, 0, "a copy of this kind of file cannot be cleaned",
               "save it in another way and clean that; files that can be cleaned end in " + list_in_words(endings_that_can_be_cleaned())};
}

}  // namespace casewright
