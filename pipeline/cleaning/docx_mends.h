#pragma once

#include <string>

#include "cleaning/clean.h"
#include "ingest/parts/markup.h"

namespace casewright {

// What a Word file has and does not say to those who listen to it. Each declares one thing in a part and says so in `mended`.

/// Gives core properties without a title the one that the report has.
void record_title(Markup& root, const std::string& title, TakenOutList& mended);
/// The first row of a table whose cells are all bold, above others that are not, holds its headers.
void mark_header_rows(Markup& root, TakenOutList& mended);
/// Gives a file whose words say nowhere in which language they are the one that it was written for, as it says itself.
void record_language(Markup& root, const std::string& language, TakenOutList& mended);

}  // namespace casewright
