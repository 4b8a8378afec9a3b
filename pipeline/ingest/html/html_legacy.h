#pragma once

#include <vector>

#include "model/document.h"

namespace casewright {

/// True for a table that only places things on the page: no heads, and blocks in its cells or nothing to compare.
bool is_layout_table(const Block& table);
/// What stands in the cells of such a table, one after another; a cell of links to other pages is furniture.
std::vector<Block> blocks_of_layout(Block table);

/// Mends what old web pages and Word's own pages leave to the eye: paragraphs parted by empty lines only, items that
/// follow each other without a list, headings that are only bold or large. While a page is read, the level of a
/// paragraph is the size of its letters (1 to 7, 0 unknown) and that of a loose item how deep it stands.
void mend_legacy_page(std::vector<Block>& blocks);

}  // namespace casewright
