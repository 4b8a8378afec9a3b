#pragma once

#include <string_view>

#include "base/result.h"
#include "base/world.h"
#include "model/reading.h"

namespace casewright {

/// Reads a web page: what is seen becomes the Document, everything else the Container. A page that Casewright
/// wrote comes back as the tree it was written from, with its contents and page edges as furniture.
Result<Reading> read_html(std::string_view bytes, const Path& file);

}  // namespace casewright
