#pragma once

#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// What is usual in the rows of these pages.
LayoutMeasures measures_of(const std::vector<LaidPage>& pages);
/// The usual distance of lines inside a paragraph, from the flow of the pages.
float pitch_of(const std::vector<LaidPage>& pages, const LayoutMeasures& usual);

}  // namespace casewright
