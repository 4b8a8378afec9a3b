#pragma once

#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// The words of a page in the order of painting, links and drawn bullets among them; what nobody sees goes to
/// `page.hidden`. Sets the page's size and the way its text runs.
std::vector<LaidWord> words_of(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, LaidPage& page);

}  // namespace casewright
