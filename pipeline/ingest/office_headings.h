#pragma once

#include "ingest/office_flow.h"

namespace casewright {

/// Gives each heading of the body its role and level: those whose style says so, those that are only set bold or
/// large, and the title, by comparing how they look.
void find_headings(OfficeFlow& flow);

}  // namespace casewright
