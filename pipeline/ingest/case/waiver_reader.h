#pragma once

#include <vector>

#include "base/result.h"
#include "base/world.h"
#include "model/finding.h"

namespace casewright {

/// Reads the waivers of a file that follows waivers.rng; no waivers where there is no file.
Result<std::vector<Waiver>> read_waivers(const World& world, const Path& file, const Path& schemas);

}  // namespace casewright
