#pragma once

#include "ingest/office/office_flow.h"
#include "model/container.h"

namespace casewright {

/// Gives each heading of the body its role and level: those whose style says so, those that are only set bold or
/// large, and the title, by comparing how they look.
void find_headings(OfficeFlow& flow, SemanticFaults& faults);

/// Writes what is wrong beside the document: "heading-by-looks" with which of the headings, "heading-empty", "list-typed".
void note_semantic_faults(const SemanticFaults& faults, Container& container);

}  // namespace casewright
