#pragma once

#include <string>

#include "model/document.h"
#include "model/theme.h"

namespace casewright {

/// The styles part: Word's own styles by their own names, in the theme's colours and fonts. `width` is that of the
/// text in twips.
std::string docx_styles(const Document& document, const Theme& theme, int width);
/// The theme part, so that a board's colours and fonts stand in Word's own menus.
std::string docx_theme(const Theme& theme);

}  // namespace casewright
