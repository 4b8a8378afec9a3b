#pragma once

#include <string>
#include <string_view>

#include "base/result.h"
#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// The document as a Braille file for an embosser or a Braille display (BRF): contracted Braille, 40 cells by 25
/// lines, numbered pages, contents with pages. Tables stand row by row with their headings, notes at the end.
Result<std::string> write_braille(const Document& document, const Theme& theme);
/// What a Braille file says, its lines joined as a reader's finger joins them.
Result<std::string> read_braille_back(std::string_view file);

}  // namespace casewright
