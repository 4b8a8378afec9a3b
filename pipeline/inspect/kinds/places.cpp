#include "inspect/kinds/places.h"

#include <algorithm>

namespace casewright {

std::vector<PhraseHit> places_of(const Seen& seen, const std::vector<std::uint32_t>& phrases) {
  std::vector<PhraseHit> all;
  for (const std::uint32_t phrase : phrases)
    for (const PhraseHit& hit : seen.hits.of(phrase)) all.push_back(hit);
  std::sort(all.begin(), all.end(), [](const PhraseHit& a, const PhraseHit& b) {
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  std::vector<PhraseHit> kept;
  for (const PhraseHit& hit : all)
    if (kept.empty() || hit.span.begin >= kept.back().span.end) kept.push_back(hit);
  return kept;
}

bool overlaps_any(const Seen& seen, const std::vector<std::uint32_t>& phrases, Span span) {
  for (const std::uint32_t phrase : phrases)
    if (const auto hits = seen.hits.of(phrase); !hits.empty()) {
      // The places of one phrase stand in order and apart: only the last that begins before the span's end can touch it.
      const auto after = std::lower_bound(hits.begin(), hits.end(), span.end, [](const PhraseHit& hit, std::uint32_t end) { return hit.span.begin < end; });
      if (after != hits.begin() && (after - 1)->span.overlaps(span)) return true;
    }
  return false;
}

bool stands_in(const Seen& seen, const std::vector<std::uint32_t>& phrases, Span where) {
  return std::any_of(phrases.begin(), phrases.end(),
                     [&](std::uint32_t phrase) { return seen.holds(phrase, where); });
}

Span surroundings(const Seen& seen, Span span) {
  const std::uint32_t index = seen.stretch_index(span.begin);
  Span where = seen.sentence_at(span.begin);
  if (seen.prose.stretches[index].scope != Scope::cell) return where;
  where = seen.prose.stretches[index].span;
  if (index > 0 && seen.prose.stretches[index - 1].scope == Scope::cell)
    where.begin = seen.prose.stretches[index - 1].span.begin;
  return where;
}

}  // namespace casewright
