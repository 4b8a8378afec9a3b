#pragma once

#include "ingest/html/html_page.h"
#include "model/document.h"

namespace casewright {

/// Fills the document's blocks from what a reader of the page sees, and its title, language and date.
void read_html_blocks(const HtmlPage& page, Document& document);

}  // namespace casewright
