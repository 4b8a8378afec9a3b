#pragma once

#include <string>

#include "base/result.h"
#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// The document as a Word file: real styles, numbering, header rows, footnotes and contents, each picture with its
/// alternative text. It names no author and carries no time or machine, so that writing twice gives the same bytes.
Result<std::string> write_docx(const Document& document, const Theme& theme);

}  // namespace casewright
