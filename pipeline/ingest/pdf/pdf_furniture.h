#pragma once

#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// Moves what repeats in the margins of many pages (running titles, page numbers, stamps) from the rows to
/// `furniture` of its page. Nothing is lost by it.
void set_furniture_apart(std::vector<LaidPage>& pages);

}  // namespace casewright
