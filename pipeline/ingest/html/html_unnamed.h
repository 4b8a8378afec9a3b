#pragma once

#include "ingest/html/html_page.h"

namespace casewright {

/// True for a header cell that reaches over several columns or rows and has no scope that says so.
bool is_unscoped_group(const html::Node& cell);
/// Writes beside the document what a page holds without words for those who hear it: headings, links, fields of forms and
/// frames ("heading-empty", "link-unnamed", "field-unnamed", "frame-unnamed", "group-unnamed"), and tables of which a header does not say what it
/// heads ("table-header-merged"), each with how many there are; and where links lead of which a listener is told more than shows
/// ("link-described").
void note_unnamed_things(const HtmlPage& page, Container& container);

}  // namespace casewright
