#pragma once

#include <cstdint>
#include <string_view>

#include "base/record.h"
#include "base/result.h"
#include "base/world.h"
#include "model/case.h"

namespace casewright {

/// The register of a case where it is kept as a table, in any format that has tables: a row for each person, place and organisation, with the
/// real name and the name that readers see. It becomes the <people> of people.xml (templates/schemas/people.rng). A name that stands
/// in no entry would not be replaced, so a row that cannot become one is a fault that stops. No fault repeats a word of the table's cells.
/// Of `known` the agencies must be there.
Result<Record> read_register_table(std::string_view bytes, const Path& file, std::uint32_t source, const Case& known);
/// The same where only the real names count, as of a list of names that a report must not hold: no row needs a public name.
Result<Record> read_names_table(std::string_view bytes, const Path& file);

}  // namespace casewright
