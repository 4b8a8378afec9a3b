#include "emit/plan/block_parts.h"

#include <algorithm>

namespace casewright {

const Block* caption_of(const Block& block) {
  const auto found = std::find_if(block.children.begin(), block.children.end(), [](const Block& child) { return child.kind == BlockKind::caption; });
  return found == block.children.end() ? nullptr : &*found;
}

bool all_headers(const Block& row) {
  return !row.children.empty() && std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) {
    return cell.cell != nullptr && cell.cell->header;
  });
}

}  // namespace casewright
