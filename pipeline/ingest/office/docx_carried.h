#pragma once

#include "ingest/office/docx_body.h"

namespace casewright {

class ShownWords;

/// Puts into the Container what a Word file carries beside its text: properties, comments, settings, attachments,
/// scripts, custom XML, notes and page edges that nothing shows. The Document must be whole, for what it shows too
/// is not blamed.
void carry_docx_parts(WordStory& story);
/// What stands in the package's other parts: data, embedded files, remarks in pictures, parts that nothing refers to.
void carry_package(WordStory& story, const ShownWords& shown);

/// The value of a core property such as "title" ("dc:title"), empty where there is none.
std::string core_property(const WordPackage& package, std::string_view name);

}  // namespace casewright
