#pragma once

#include "base/record.h"
#include "model/register.h"

namespace casewright {

/// The register that people.xml holds, each name in every form that the file gives away: whole, given, middle
/// and family names apart, titles left out. `people` has passed templates/schemas/people.rng.
Register read_people(const Record& people);

/// Adds the forms of a person's name: from its parts where they are marked, else split as name_parts.h says.
void add_person_name(Identity& identity, const Record& name);

}  // namespace casewright
