#pragma once

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// Finds the tables whose cells are parted by lines or shades, and takes their words out of `words` into
/// `page.tables`. Lines that part no cells stay in `page.across` and `page.down`.
void take_ruled_tables(const pdf::PageScan& scan, std::vector<LaidWord>& words, LaidPage& page);

/// Says how many rows at the top of a table are its head: set bold while the rest is not.
std::uint16_t header_rows_by_weight(const LaidTable& table);

}  // namespace casewright
