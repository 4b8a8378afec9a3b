#pragma once

#include "ingest/html_page.h"

namespace casewright {

/// Writes beside the document what a page holds without words for those who hear it: headings, links, fields of forms and
/// frames ("heading-empty", "link-unnamed", "field-unnamed", "frame-unnamed"), each with how many there are.
void note_unnamed_things(const HtmlPage& page, Container& container);

}  // namespace casewright
