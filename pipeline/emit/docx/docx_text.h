#pragma once

#include <string>
#include <string_view>

#include "model/document.h"

namespace casewright {

/// How a run of words is set beside its own marks.
struct RunLook {
  std::string_view style;     ///< id of a character style, or empty
  std::string_view language;  ///< where the run names none
};

/// Appends the words of a run as WordprocessingML: line feeds become breaks, tabs tabs, and words in a script that
/// is written from right to left become runs that say so.
void append_run(std::string& out, std::string_view words, Marks marks, std::string_view language, const RunLook& look);

/// A field with its result as Word keeps it (" PAGE ").
std::string field(std::string_view instruction, std::string_view result);

}  // namespace casewright
