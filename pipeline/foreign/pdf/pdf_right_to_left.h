#pragma once

#include "foreign/pdf/pdf_scan.h"

namespace casewright::pdf {

/// Puts words that are read from right to left into the order of reading: most programs paint their letters from left to right,
/// the last letter first, so that a name would be read backwards.
void put_right_to_left(PageScan& scan);

}  // namespace casewright::pdf
