#pragma once

#include "base/result.h"
#include "base/world.h"
#include "foreign/xml/xml.h"
#include "model/case.h"
#include "model/heading_in.h"

namespace casewright {

/// Reads a whole case bundle (DESIGN.md section 3); `schemas` is the folder templates/schemas.
///
/// Every fault of every file is told, in the order of the files. There is a value only where nothing of the
/// bundle was lost and nothing in it contradicts the rest in a way that would harm the report; faults beside
/// a value tell of what a person should look at. No fault holds a name from the register.
///
/// Sections and agencies' reviews are .xml, or any kind of report that `report_readers()` knows; `judge` says what the headings of such
/// a review stand for. Without one only those are known that the file itself tells.
Result<Case> read_case(const World& world, const Path& folder, const Path& schemas, const HeadingJudge& judge = {});
/// The same for one of many cases, whose schemas are read once.
Result<Case> read_case(const World& world, const Path& folder, xml::Schemas& schemas, const HeadingJudge& judge = {});

}  // namespace casewright
