#pragma once

#include "ingest/blocks/source_text.h"
#include "model/reading.h"

namespace casewright {

/// Reads a Markdown file: headings of both kinds, numbered paragraphs, lists, tables, quotations, notes, links and
/// pictures. Its comments and what stands before its first line go into the container.
void read_markdown(const SourceText& source, Reading& reading);

}  // namespace casewright
