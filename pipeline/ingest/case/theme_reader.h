#pragma once

#include "base/result.h"
#include "base/world.h"
#include "model/theme.h"

namespace casewright {

/// Reads a theme.xml with the logo beside it; every colour role is filled, from the plain theme where the file is
/// silent. Colours that cannot be read on their ground (contrast under 4.5 to 1) are faults, as is a logo without
/// words or of another kind than PNG, SVG and JPEG by its bytes.
Result<Theme> read_theme(const World& world, const Path& file);

}  // namespace casewright
