#pragma once

#include <set>
#include <string>

#include "cleaning/clean.h"
#include "ingest/parts/markup.h"

namespace casewright {

/// Makes the fields of a part that tell more than they show, `telling` by their instructions, into the words they show.
void flatten_fields(Markup& root, const std::set<std::string>& telling, TakenOutList& out);

}  // namespace casewright
