#include "marking/mark_up.h"

#include <algorithm>
#include <iterator>

#include "base/among.h"

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

/// What a person does whose file takes no notes.
std::string other_way(std::string_view format) {
  const std::string findings = "`casewright check --format html` makes a page that shows each finding with its sentence";
  if (among({"odt", "rtf", "doc"}, format)) return "open it in Word or LibreOffice, save it as Word (.docx), and mark up that file; or " + findings;
  if (among({"html", "txt"}, format)) return findings + "; for comments in the margin, `casewright convert --to docx` makes a Word file of it, which can be marked up";
  return findings;
}

}  // namespace

bool takes_notes(std::string_view format) { return row_of(format) != nullptr; }

Result<MarkedCopy> marked_copy(std::string_view bytes, const Reading& reading, const std::vector<MarginNote>& notes) {
  const Row* row = row_of(reading.container.format);
  if (row == nullptr) return Fault{reading.path, 0, 0, "a copy of this kind of file cannot be marked up, only copies of Word files (.docx) and PDFs", other_way(reading.container.format)};
  return row->mark(bytes, reading, notes);
}

}  // namespace casewright
