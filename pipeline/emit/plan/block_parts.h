#pragma once

#include "model/document.h"

namespace casewright {

/// The caption of a table or a figure; null where it has none.
const Block* caption_of(const Block& block);
/// True where every cell of the row is a header, and there is one.
bool all_headers(const Block& row);

}  // namespace casewright
