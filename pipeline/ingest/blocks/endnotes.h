#pragma once

#include <cstdint>
#include <vector>

#include "model/document.h"

namespace casewright {

/// Makes notes of what stands under "Notes" at the end of a report, or behind its last words, and counts from one, where
/// small raised numbers in the text lead there; those numbers become references to them. Gives how many numbers no link led from.
std::uint32_t find_endnotes(std::vector<Block>& blocks);

}  // namespace casewright
