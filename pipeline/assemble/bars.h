#pragma once

#include <string>
#include <vector>

#include "model/scene.h"

namespace casewright {

/// One bar of a picture, from left to right in as many pieces as there are in the legend.
struct Bar {
  std::string name;
  std::vector<double> pieces;
};

/// Bars below one another with their names on the left and their sums on the right; `meanings` says in the legend what
/// each piece is, the first in the theme's accent.
Scene draw_bars(const std::vector<Bar>& bars, const std::vector<std::string>& meanings);

}  // namespace casewright
