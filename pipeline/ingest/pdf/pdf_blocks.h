#pragma once

#include <vector>

#include "foreign/pdf/pdf_scan.h"
#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// What one page shows, ready for the whole document to be judged: its words in rows, its ruled tables.
LaidPage page_of(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts);

/// The blocks of a PDF from its pages, which are used up: furniture, columns, contents, notes, tables, headings,
/// numbered and plain paragraphs joined over lines, columns and pages, lists.
std::vector<Block> blocks_of_pages(std::vector<LaidPage>& pages, const std::vector<pdf::Bookmark>& bookmarks);

}  // namespace casewright
