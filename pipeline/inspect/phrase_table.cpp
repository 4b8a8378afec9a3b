#include "inspect/phrase_table.h"

#include <algorithm>

#include "language/token_scanner.h"

namespace casewright {

PhraseHits::PhraseHits(std::vector<PhraseHit> hits) : hits_(std::move(hits)) {
  std::sort(hits_.begin(), hits_.end(), [](const PhraseHit& a, const PhraseHit& b) {
    if (a.phrase != b.phrase) return a.phrase < b.phrase;
    return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
  });
  // Of two wordings of one phrase that overlap, the first and longer stays.
  std::vector<PhraseHit> kept;
  for (const PhraseHit& hit : hits_)
    if (kept.empty() || kept.back().phrase != hit.phrase || hit.span.begin >= kept.back().span.end)
      kept.push_back(hit);
  hits_ = std::move(kept);
}

std::span<const PhraseHit> PhraseHits::of(std::uint32_t phrase) const {
  const auto [first, last] =
      std::equal_range(hits_.begin(), hits_.end(), PhraseHit{phrase, {}, 0},
                       [](const PhraseHit& a, const PhraseHit& b) { return a.phrase < b.phrase; });
  return {hits_.data() + (first - hits_.begin()), static_cast<std::size_t>(last - first)};
}

std::uint32_t PhraseTable::add(const std::vector<std::string>& wordings) {
  for (const std::string& wording : wordings) {
    const std::vector<std::string> words = words_of_phrase(wording);
    if (words.empty()) continue;
    automaton_.add(words);
    phrase_of_.push_back(phrases_);
  }
  return phrases_++;
}

void PhraseTable::settle() {
  automaton_.build();
}

PhraseHits PhraseTable::find(const Prose& prose) const {
  const std::vector<std::uint32_t> numbers = automaton_.words_of(prose);
  std::vector<std::uint32_t> words;
  std::vector<PhraseHit> hits;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    const Stretch& stretch = prose.stretches[index];
    words.clear();
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at)
      words.push_back(numbers[prose.tokens[at].word]);
    automaton_.all(words.data(), words.size(), [&](const PhraseMatch& match) {
      const Token& first = prose.tokens[stretch.first_token + match.begin];
      const Token& last = prose.tokens[stretch.first_token + match.end - 1];
      hits.push_back({phrase_of_[match.phrase], {first.begin, last.begin + last.length}, index});
    });
  }
  return PhraseHits(std::move(hits));
}

}  // namespace casewright
