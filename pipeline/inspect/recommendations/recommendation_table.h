#pragma once

#include <span>
#include <vector>

#include "inspect/document_pieces.h"
#include "inspect/recommendations/recommendation_signs.h"
#include "model/reading.h"

namespace casewright {

/// What a table says of recommendations.
struct AskTable {
  bool read = false;  ///< its columns or rows are those of recommendations; else its cells are read like paragraphs
  bool plan = false;  ///< it gives actions on recommendations that stand elsewhere, told by their numbers
  std::vector<RecommendationSeen> rows;
};

/// Reads a table with a recommendation in each row, or one whose rows are the parts of one recommendation. `pieces`
/// are all of its pieces; `zone` is that of the part it stands in.
AskTable read_ask_table(const Prose& prose, std::span<const Piece> pieces, AskZone zone);

}  // namespace casewright
