#pragma once

#include <string>
#include <vector>

#include "foreign/pdf/pdf_scan.h"
#include "model/container.h"

namespace casewright {

/// Adds the bars that stand in a line in place of words, and how many usual names are as wide as each in its type:
/// a bar as wide as what it replaces gives it away.
void carry_gaps(const pdf::PageScan& scan, Container& container);

}  // namespace casewright
