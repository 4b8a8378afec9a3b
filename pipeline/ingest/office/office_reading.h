#pragma once

#include <map>
#include <set>
#include <string>

#include "ingest/office/office_flow.h"

namespace casewright {

/// Gives the paragraphs that links lead to an anchor, and no others.
void set_anchors(OfficeFlow& flow, const std::set<std::string>& targets);

/// The language that most letters are in becomes the document's; blocks and runs keep theirs only where it is another
/// language, not another spelling ("en-US" in a report in "en-GB").
void settle_languages(Document& document, const std::map<std::string, std::size_t>& letters);

/// Takes the targets off links within the document that lead nowhere.
void drop_dead_links(Document& document);

/// What the document calls itself: its title block, else what its properties say, else its first heading.
std::string title_of_blocks(const Document& document, const std::string& property);

}  // namespace casewright
