#pragma once

#include <string_view>

#include "base/record.h"
#include "model/case.h"

namespace casewright {

/// One agency's chronology from its XML form; `root` has passed templates/schemas/chronology.rng. A `ref` to the
/// register or to an agency becomes its public name. Every part is kept: what Event has no place for stands in
/// Event::other. A date that cannot be read is a fault beside the value and stays in When::written.
Result<Chronology> read_chronology_xml(const Record& root, const Path& file, const Case& known);

}  // namespace casewright
