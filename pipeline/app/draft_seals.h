#pragma once

#include <vector>

#include "base/world.h"

namespace casewright {

/// Those drafts of a folder that somebody has changed since `seal_drafts` was told of them, by their file names.
std::vector<std::string> edited_drafts(const World& world, const Path& folder);
/// Remembers beside the drafts just written how each was made, so that a later change is noticed.
Outcome seal_drafts(World& world, const Path& folder, const std::vector<Path>& written);

}  // namespace casewright
