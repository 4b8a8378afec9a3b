#pragma once

#include <cstdint>
#include <string_view>

#include "model/container.h"

namespace casewright {

/// True for a title that a program gave or that names a file: "Microsoft Word - Draft 3.doc", "Untitled document", "Document1".
bool is_poor_title(std::string_view title);
/// Writes beside the document that its own title is poor ("title-poor"), where it is.
void note_poor_title(std::string_view title, Container& container);

}  // namespace casewright
