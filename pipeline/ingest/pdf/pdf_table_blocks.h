#pragma once

#include "ingest/pdf/pdf_joins.h"
#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// The block of a table: rows of cells with their spans and heads; bullets in a cell become a list.
Block block_of_table(const LaidTable& table, std::uint32_t page, LineSetter& setter, const LayoutMeasures& usual);

/// True where `next`, first on its page or column, goes on with the table that ended the one before.
bool goes_on_with(const LaidTable& table, const LaidTable& next);
/// Adds the rows of a table that goes on; a head that comes again is dropped, a row that was parted is made whole.
void append_rows(Block& table, Block next, bool may_be_parted);

}  // namespace casewright
