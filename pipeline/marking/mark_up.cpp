#include "marking/mark_up.h"

#include <algorithm>
#include <iterator>

namespace casewright {
namespace {

/// A format whose files take notes.
struct Row {
  std::string_view format;
  Result<MarkedCopy> (*mark)(std::string_view, const Reading&, const std::vector<MarginNote>&);
};

constexpr Row rows[] = {{"docx", mark_docx}, {"pdf", mark_pdf}};

const Row* row_of(std::string_view format) {
  const Row* found = std::find_if(std::begin(rows), std::end(rows), [format](const Row& each) { return each.format == format; });
  return found == std::end(rows) ? nullptr : found;
}

}  // namespace

bool takes_notes(std::string_view format) { return row_of(format) != nullptr; }

Result<MarkedCopy> marked_copy(std::string_view bytes, const Reading& reading, const std::vector<MarginNote>& notes) {
  const Row* row = row_of(reading.container.format);
  if (row == nullptr) return Fault{reading.path, 0, 0, "a copy of this kind of file cannot be marked up", "check it with --format html, which shows the findings beside the words; or save it as .docx or .pdf"};
  return row->mark(bytes, reading, notes);
}

}  // namespace casewright
