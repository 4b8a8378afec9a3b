#pragma once

#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "ingest/html/html_sight.h"
#include "model/reading.h"

namespace casewright {

/// Reads a web page: what is seen becomes the Document, everything else the Container. A page that Casewright
/// wrote comes back as the tree it was written from, with its contents and page edges as furniture.
Result<Reading> read_html(std::string_view bytes, const Path& file);
/// The same with the style sheets that stand beside it, for what they hide.
Result<Reading> read_html(std::string_view bytes, const Path& file, const StyleSheets& beside);

/// The style sheets that a page names and that stand beside it or in a folder beside it. What it fetches from elsewhere, and what
/// lies above its folder, is left out.
StyleSheets sheets_beside(const World& world, std::string_view bytes, const Path& file);

}  // namespace casewright
