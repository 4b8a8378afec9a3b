#pragma once

#include <string>

#include "model/scene.h"
#include "model/theme.h"

namespace casewright {

/// The drawing as an SVG file of its own, with the theme's colours in it.
std::string scene_svg(const Scene& scene, const Theme& theme);
/// The drawing as a PNG of `dots` dots a point; no bytes where it is too large.
std::string scene_png(const Scene& scene, const Theme& theme, float dots);

}  // namespace casewright
