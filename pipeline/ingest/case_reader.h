#pragma once

#include "base/result.h"
#include "base/world.h"
#include "foreign/xml.h"
#include "model/case.h"

namespace casewright {

/// Reads a whole case bundle (DESIGN.md section 3); `schemas` is the folder templates/schemas.
///
/// Every fault of every file is told, in the order of the files. There is a value only where nothing of the
/// bundle was lost and nothing in it contradicts the rest in a way that would harm the report; faults beside
/// a value tell of what a person should look at. No fault holds a name from the register.
Result<Case> read_case(const World& world, const Path& folder, const Path& schemas);
/// The same for one of many cases, whose schemas are read once.
Result<Case> read_case(const World& world, const Path& folder, xml::Schemas& schemas);

}  // namespace casewright
