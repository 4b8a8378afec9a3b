#pragma once

#include <optional>

#include <string_view>

#include "ingest/grids/grid.h"
#include "model/document.h"

namespace casewright {

/// A chronology that somebody wrote without a table: headings or paragraphs that begin with a date (or "Date:" and one), what happened behind it or below it. Gives it as
/// a table with the columns Date and Event and one for each known label that a paragraph begins with ("Comment: ..."); a heading that only tells a year is a
/// band. Rows are numbered as paragraphs are, from 1. Nothing where fewer than two paragraphs begin with a date.
std::optional<Grid> dated_prose(const Document& document);
/// The same of plain text, each line of which counts as a paragraph.
std::optional<Grid> dated_prose(std::string_view text);

}  // namespace casewright
