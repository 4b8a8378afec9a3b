#pragma once

#include <string>

#include "base/result.h"
#include "emit/pdf/pdf_text.h"
#include "foreign/pdf/pdf_objects.h"

namespace casewright {

/// Embeds the glyphs that a document uses; the entries of the pages' dictionary of fonts.
Result<std::string> write_pdf_fonts(pdf::Objects& objects, PdfText& text);

}  // namespace casewright
