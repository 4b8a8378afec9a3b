#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "model/reading.h"

namespace casewright {

/// What is said beside some words of a report.
struct MarginNote {
  Span span;                       ///< bytes of the Prose; empty: the report as a whole
  Level level = Level::advise;
  std::string rule;                ///< "family/name"
  std::string words;               ///< those of the span as they may be shown, for a note that cannot stand at them
  std::vector<std::string> lines;  ///< what a person reads, a paragraph each; the first says what is wrong
};

/// A copy of a report with notes beside the words that findings point at.
struct MarkedCopy {
  std::string bytes;
  std::size_t notes = 0;
  std::size_t elsewhere = 0;  ///< of them, how many stand at the nearest place that the format allows
};

/// A copy of the report with the notes; all else in it stays as it is. Notes that an earlier run left are replaced, comments
/// of people stay. `reading` is what the reader of its format made of the same bytes, with its Prose. A fault where the
/// format takes no notes.
Result<MarkedCopy> marked_copy(std::string_view bytes, const Reading& reading, const std::vector<MarginNote>& notes);

/// True where copies of that kind of file can be marked; `format` as Container has it.
bool takes_notes(std::string_view format);

Result<MarkedCopy> mark_docx(std::string_view bytes, const Reading& reading, const std::vector<MarginNote>& notes);
Result<MarkedCopy> mark_pdf(std::string_view bytes, const Reading& reading, const std::vector<MarginNote>& notes);

}  // namespace casewright
