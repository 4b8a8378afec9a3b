#pragma once

#include <vector>

#include "foreign/pdf_scan.h"
#include "ingest/pdf_lines.h"
#include "model/document.h"

namespace casewright {

/// The blocks of a PDF from the lines of its pages: furniture by repetition, headings, numbered and plain
/// paragraphs joined over lines and pages, lists, contents, notes.
std::vector<Block> blocks_of_pages(const std::vector<PdfPageLines>& pages, const std::vector<pdf::Bookmark>& bookmarks);

}  // namespace casewright
