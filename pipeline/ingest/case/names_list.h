#pragma once

#include "base/result.h"
#include "base/world.h"
#include "model/register.h"

namespace casewright {

/// The names that a report must not hold, where nobody keeps a case: a register (people.xml, or a table of any format, with or without the
/// names that readers see), or a plain list with a name, an address or a number on each line, as text or in a document. What else is
/// told of somebody behind a dash, a colon or a comma is passed over; other names stand in brackets. A file that holds no name is a fault.
/// `schemas` is the folder templates/schemas. No fault repeats a word of the list.
Result<Register> read_names_list(const World& world, const Path& file, const Path& schemas);

}  // namespace casewright
