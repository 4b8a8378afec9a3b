#pragma once

#include <string_view>

#include "ingest/chronology/chronology_event.h"

namespace casewright {

// What a row of a chronology is, by what stands in it alone.

/// True where a row has an entry of its own that only a new event brings: who, where from, seen or not, what kind.
bool has_short_entry(const RowCells& cells);
/// True where a row says in the place of its date that it goes on with the one above: "(cont'd)".
bool says_continued(const RowCells& cells);
/// True for a row below the headings that says how dates are written: "dd/mm/yyyy".
bool tells_units(const RowCells& cells);
/// True where the words of what happened begin within a sentence: a row that a page's end broke.
bool goes_on(const RowCells& cells);
/// True where the row has a cell of its own in its column of dates that tells one.
bool reads_as_day(const RowCells& cells);
/// True where the row has any words in a column that tells of an event.
bool says_what_happened(const RowCells& cells);
/// True where a row's only words stand in a column of numbers.
bool stands_aside(const RowCells& cells);
/// True for "Total contacts", "Totals:" and the like.
bool is_sum(std::string_view text);
/// True for words with which a record closes and that tell no event: "*** End of report ***", "End of chronology", "Report ends".
bool is_closing(std::string_view text);
/// True for the number of a year alone: "2019".
bool is_year(std::string_view text);

}  // namespace casewright
