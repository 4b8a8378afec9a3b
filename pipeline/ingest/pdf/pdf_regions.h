#pragma once

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// Makes the flow of a page of its rows, tables and pictures: columns one after the other, what crosses them between.
void lay_out(LaidPage& page, const LayoutMeasures& usual);

}  // namespace casewright
