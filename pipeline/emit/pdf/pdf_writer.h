#pragma once

#include <string>

#include "base/result.h"
#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// Writes the document as a tagged PDF that follows PDF/UA-1 and PDF/A-2a. The same document gives the same bytes; its
/// dates are the document's. A character that no font has is a fault.
Result<std::string> write_pdf(const Document& document, const Theme& theme);
/// The same in large print: 18 points and more, set anew.
Result<std::string> write_pdf_large(const Document& document, const Theme& theme);

}  // namespace casewright
