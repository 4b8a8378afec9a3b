#pragma once

#include "foreign/pdf/pdf_scan.h"

class PDFDoc;

namespace casewright::pdf {

/// The page as a grey picture, at fewer dots per inch where the page is very large; empty where it cannot be painted.
Raster paint_page(PDFDoc& document, std::uint32_t page, std::uint32_t dots_per_inch);

}  // namespace casewright::pdf
