#pragma once

#include <string_view>

#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// A Document and a Theme as fixtures write them down: the text form of DESIGN.md section 6, with
/// "document", "theme" and, in a figure, "scene" beside it.
struct FixturePage {
  Document document;
  Theme theme;
};

FixturePage page_of_blocks(std::string_view json_text);

}  // namespace casewright
