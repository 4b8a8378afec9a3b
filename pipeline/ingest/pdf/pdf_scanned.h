#pragma once

#include <vector>

#include "base/result.h"
#include "base/world.h"
#include "foreign/pdf/pdf_scan.h"
#include "ingest/pdf/scan_layout.h"
#include "model/document.h"

namespace casewright {

/// What was read off the pictures of a PDF's scanned pages.
struct PdfScanned {
  ScannedPages pages;         ///< in their order
  Faults faults;              ///< pages read with little confidence, or not at all
};

/// True where pictures take up much of the page; with no word on it, it is a scan.
bool is_picture_of_page(const pdf::PageScan& scan);

/// Reads those pages of the file by their pictures, as many at a time as the machine has processors.
PdfScanned read_scanned_pages(pdf::File& opened, const std::vector<std::uint32_t>& pages, const Path& file);

/// Puts the blocks of scanned pages among those of the others.
void merge_by_page(std::vector<Block> scanned, std::vector<Block>& blocks);

}  // namespace casewright
