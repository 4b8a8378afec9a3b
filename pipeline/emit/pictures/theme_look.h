#pragma once

#include <string>
#include <string_view>

#include "base/colour.h"
#include "model/theme.h"

namespace casewright {

/// The theme's colour for a role ("ink", "accent"), or the plain theme's where it is silent.
Colour theme_colour(const Theme& theme, std::string_view role);
/// The first family of a list of fonts that names a font and not a kind of font; `otherwise` where none does.
std::string first_font(std::string_view families, std::string_view otherwise);

}  // namespace casewright
