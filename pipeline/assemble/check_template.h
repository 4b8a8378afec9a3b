#pragma once

#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// What is wrong with a template, without a case: breaches of template.rng, questions that cannot be read,
/// extends that lead nowhere, in a circle or change nothing; then names that no schema of the case bundle
/// knows, variables that nothing sets, sections without a canonical name, links to places that are not there.
/// None: the template is sound.
Faults check_template(const World& world, const Path& folder, const std::vector<Path>& template_folders);

}  // namespace casewright
