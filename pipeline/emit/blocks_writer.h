#pragma once

#include <string>

#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// The text form of a Document (DESIGN.md section 6): JSON, one block a line, in reading order. The theme
/// is of no account; it is there so that every writer has the same face.
std::string write_blocks(const Document& document, const Theme& theme);

}  // namespace casewright
