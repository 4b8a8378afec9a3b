#pragma once

#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "model/reading.h"

namespace casewright {

/// Reads a PDF: what is seen becomes the Document, everything else the Container. Origins are page and glyph.
/// Faults beside the Reading name the pages that are scans, or whose fonts do not say what their letters are.
Result<Reading> read_pdf(std::string_view bytes, const Path& file);

/// The same without what only readers of the words need: paragraphs as they are painted (pdf_plain.h), scans not read by their
/// pictures, the tags left aside.
Result<Reading> read_pdf_for_redaction(std::string_view bytes, const Path& file);

/// The same, but pages whose fonts do not say what their letters are are painted and read by their pictures.
Result<Reading> read_pdf_by_picture(std::string_view bytes, const Path& file);

}  // namespace casewright
