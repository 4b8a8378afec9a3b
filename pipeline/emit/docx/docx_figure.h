#pragma once

#include <string>

#include "emit/docx/docx_body.h"

namespace casewright {

/// The run that shows a picture with its alternative text; empty where Word cannot show it, so that its words must
/// stand for it. A drawing of our own is kept as SVG with a PNG beside it for older programs.
std::string docx_picture(const Picture& picture, DocxState& state, DocxRelations& relations, float most_width, float most_height);

}  // namespace casewright
