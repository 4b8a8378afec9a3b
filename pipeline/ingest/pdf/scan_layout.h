#pragma once

#include <cstdint>
#include <utility>
#include <vector>

#include "foreign/ocr.h"
#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// Pages that were read off pictures, each with its number.
using ScannedPages = std::vector<std::pair<std::uint32_t, ocr::Page>>;

/// The pages as layout recovery takes them. What a scan says of sizes is rough: lines about as large as most are made as
/// large as those, so that only plain differences tell headings and notes from text.
std::vector<LaidPage> laid_pages(const ScannedPages& pages);

}  // namespace casewright
