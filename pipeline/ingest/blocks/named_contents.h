#pragma once

#include <vector>

#include "model/document.h"

namespace casewright {

/// Makes contents of paragraphs in a row, or of a table, that name the headings behind them with the pages on which these
/// stand, whatever is written over them and however they are set.
void gather_named_contents(std::vector<Block>& blocks);

}  // namespace casewright
