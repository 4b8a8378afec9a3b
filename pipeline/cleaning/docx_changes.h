#pragma once

#include "cleaning/clean.h"
#include "ingest/parts/markup.h"

namespace casewright {

/// Accepts the tracked changes of a part of a Word file, and takes out comments' marks with those of proofs and permissions.
void accept_changes(Markup& root, TakenOutList& out);

}  // namespace casewright
