#pragma once

#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "model/reading.h"

namespace casewright {

/// Reads a plain text or Markdown file: paragraphs parted by blank lines, headings told by their numbers, capitals,
/// underlines or looks, numbered paragraphs, list items, contents and page numbers. Every word keeps its byte.
Result<Reading> read_text(std::string_view bytes, const Path& file);

}  // namespace casewright
