#pragma once

#include "base/record.h"
#include "base/result.h"

namespace casewright {

/// Changes `base`, the content of a template that is extended, as the template `pack` asks: sections with a
/// known id take the place of the old ones, new ones go where before=, after= or order= says; <remove>,
/// <move> and <wording> do what they say. `file` names the pack's file; an id that leads nowhere is a fault.
void extend_template(Record& base, const Record& pack, const std::string& file, Faults& faults);

/// Puts sections in the order of their order= attributes: without one a section counts 10 for each place,
/// so that order="25" stands between the second and the third.
void order_sections(Record& content);

}  // namespace casewright
