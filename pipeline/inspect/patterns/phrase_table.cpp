#include "inspect/patterns/phrase_table.h"

#include <algorithm>

#include "language/token_scanner.h"

namespace casewright {

PhraseHits::PhraseHits(const std::vector<PhraseHit>& hits, std::uint32_t phrases) : first_of_(phrases + 1) {
  // Counted, then laid out by phrase; there they are in order but for those that end together or overlap.
  for (const PhraseHit& hit : hits) ++first_of_[hit.phrase + 1];
  for (std::uint32_t phrase = 0; phrase < phrases; ++phrase) first_of_[phrase + 1] += first_of_[phrase];
  hits_.resize(hits.size());
  std::vector<std::uint32_t> next(first_of_.begin(), first_of_.end() - 1);
  for (const PhraseHit& hit : hits) hits_[next[hit.phrase]++] = hit;
  std::uint32_t kept = 0;
  for (std::uint32_t phrase = 0; phrase < phrases; ++phrase) {
    const std::uint32_t first = kept, from = first_of_[phrase], end = next[phrase];
    const auto in_order = [](const PhraseHit& a, const PhraseHit& b) {
      return a.span.begin != b.span.begin ? a.span.begin < b.span.begin : a.span.end > b.span.end;
    };
    if (!std::is_sorted(hits_.begin() + from, hits_.begin() + end, in_order)) std::sort(hits_.begin() + from, hits_.begin() + end, in_order);
    // Of two wordings of one phrase that overlap, the first and longer stays.
    for (std::uint32_t at = from; at < end; ++at)
      if (kept == first || hits_[at].span.begin >= hits_[kept - 1].span.end) hits_[kept++] = hits_[at];
    first_of_[phrase] = first;
  }
  first_of_[phrases] = kept;
  hits_.resize(kept);
}

std::span<const PhraseHit> PhraseHits::of(std::uint32_t phrase) const {
  if (phrase + 1 >= first_of_.size()) return {};
  return {hits_.data() + first_of_[phrase], hits_.data() + first_of_[phrase + 1]};
}

/// What stands between two spaces, which part words whatever is beside them; the same pieces come again and again.
const std::vector<std::uint32_t>& PhraseTable::words_in(std::string_view piece) {
  if (const auto found = pieces_.find(piece); found != pieces_.end()) return found->second;
  std::vector<std::uint32_t> numbers;
  for (const std::string& word : words_of_phrase(piece)) numbers.push_back(automaton_.number_of(word));
  return pieces_.emplace(kept_.emplace_back(piece), std::move(numbers)).first->second;
}

std::uint32_t PhraseTable::add(const std::vector<std::string>& wordings) {
  std::vector<std::uint32_t> words;
  for (const std::string_view wording : wordings) {
    words.clear();
    for (std::size_t at = 0, end = 0; at < wording.size(); at = end + 1) {
      end = std::min(wording.find(' ', at), wording.size());
      const std::vector<std::uint32_t>& known = words_in(wording.substr(at, end - at));
      words.insert(words.end(), known.begin(), known.end());
    }
    if (words.empty()) continue;
    automaton_.add(words);
    phrase_of_.push_back(phrases_);
  }
  return phrases_++;
}

void PhraseTable::settle() {
  pieces_ = {};
  kept_ = {};
  automaton_.build();
}

PhraseHits PhraseTable::find(const Prose& prose) const {
  const std::vector<std::uint32_t> numbers = automaton_.words_of(prose);
  std::vector<std::uint32_t> words;
  std::vector<PhraseHit> hits;
  for (std::uint32_t index = 0; index < prose.stretches.size(); ++index) {
    const Stretch& stretch = prose.stretches[index];
    words.resize(stretch.end_token - stretch.first_token);
    for (std::size_t at = 0; at < words.size(); ++at) words[at] = numbers[prose.tokens[stretch.first_token + at].word];
    automaton_.all(words.data(), words.size(), [&](const PhraseMatch& match) {
      const Token& first = prose.tokens[stretch.first_token + match.begin];
      const Token& last = prose.tokens[stretch.first_token + match.end - 1];
      hits.push_back({phrase_of_[match.phrase], {first.begin, last.begin + last.length}, index});
    });
  }
  return {hits, phrases_};
}

}  // namespace casewright
