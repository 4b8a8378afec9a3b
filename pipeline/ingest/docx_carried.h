#pragma once

#include "ingest/docx_body.h"

namespace casewright {

/// Puts into the Container what a Word file carries beside its text: properties, comments, settings, attachments,
/// scripts, custom XML, notes and page edges that nothing shows.
void carry_docx_parts(WordStory& story);

/// The value of a core property such as "title" ("dc:title"), empty where there is none.
std::string core_property(const WordPackage& package, std::string_view name);

}  // namespace casewright
