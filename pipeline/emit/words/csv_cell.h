#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// Appends a quoted cell of a table for spreadsheets and what parts it from the next; after the last one the line ends.
/// A cell that a spreadsheet would run as a formula gets an apostrophe in front.
void append_csv_cell(std::string& row, std::string_view words, bool last = false);

}  // namespace casewright
