#pragma once

#include <map>
#include <vector>

#include "model/document.h"

namespace casewright {

/// Where the mark of a list item stands, from the left edge of its column.
struct ItemPlace {
  float left = 0, size = 0;
  bool ordered = false;
  std::uint32_t page = 0;
};

/// Makes paragraphs of items that are numbered on through the document, over headings and other lists. `items` says
/// for each list, by its index, where its items stand; indices are those of the blocks that come back.
std::vector<Block> number_paragraphs(std::vector<Block> blocks, std::map<std::size_t, std::vector<ItemPlace>>& items);

/// Nests the items of a list by how far each is set in; `places` runs beside its children.
void nest_items(Block& list, const std::vector<ItemPlace>& places);

}  // namespace casewright
