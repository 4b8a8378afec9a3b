#pragma once

#include <optional>
#include <string_view>

#include "base/colour.h"

namespace casewright::css {

/// A colour; nothing for what is no plain colour. `opaque` is 0 to 1.
std::optional<Colour> read_css_colour(std::string_view text, double& opaque);
/// A length in pixels, where `em` is the size of the letters; nothing for what is no length.
std::optional<double> pixels(std::string_view text, double em);

}  // namespace casewright::css
