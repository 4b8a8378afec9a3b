#pragma once

#include "ingest/pdf_sight.h"
#include "model/container.h"

namespace casewright {

/// Adds the pictures of a page of which a part is not shown: cropped, covered, or in a layer that is switched off.
void carry_pictures(const pdf::PageScan& scan, const PageSight& sight, Container& container);

}  // namespace casewright
