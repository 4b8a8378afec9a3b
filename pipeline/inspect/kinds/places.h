#pragma once

#include <cstdint>
#include <vector>

#include "inspect/seen.h"

namespace casewright {

/// Where any of the phrases stands, in order of reading; of two that overlap, the longer.
std::vector<PhraseHit> places_of(const Seen& seen, const std::vector<std::uint32_t>& phrases);
/// True where one of the phrases stands across or inside the span.
bool overlaps_any(const Seen& seen, const std::vector<std::uint32_t>& phrases, Span span);
/// True where one of the phrases stands wholly inside `where`.
bool stands_in(const Seen& seen, const std::vector<std::uint32_t>& phrases, Span where);
/// The span's sentence; in a table cell also the cell before it, which often is its label.
Span surroundings(const Seen& seen, Span span);

}  // namespace casewright
