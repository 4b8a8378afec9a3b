#include "language/phrase_automaton.h"

#include <algorithm>
#include <cassert>

namespace casewright {
namespace {

std::uint64_t key(std::uint32_t state, std::uint32_t word) { return static_cast<std::uint64_t>(state) << 32 | word; }

}  // namespace

std::uint32_t PhraseAutomaton::add(const std::vector<std::string>& words) {
  assert(from_root_.empty() && !words.empty());
  std::uint32_t state = 0;
  for (const std::string& each : words) {
    const auto number = static_cast<std::uint32_t>(vocabulary_.size() + 1);
    const std::uint32_t word = vocabulary_.try_emplace(each, number).first->second;
    const auto [edge, fresh] = edges_.try_emplace(key(state, word), static_cast<std::uint32_t>(states_.size()));
    if (fresh) states_.push_back({states_[state].depth + 1, 0, 0, none});
    state = edge->second;
  }
  ends_.push_back({phrase_count_, states_[state].ends});
  states_[state].ends = static_cast<std::uint32_t>(ends_.size() - 1);
  return phrase_count_++;
}

void PhraseAutomaton::build() {
  from_root_.assign(vocabulary_.size() + 1, 0);
  struct Edge { std::uint32_t from, word, to; };
  std::vector<Edge> edges;
  for (const auto& [where, to] : edges_)
    edges.push_back({static_cast<std::uint32_t>(where >> 32), static_cast<std::uint32_t>(where), to});
  std::sort(edges.begin(), edges.end(), [this](const Edge& a, const Edge& b) {
    return std::pair(states_[a.to].depth, a.to) < std::pair(states_[b.to].depth, b.to);
  });
  for (const Edge& each : edges) {
    State& state = states_[each.to];
    if (each.from == 0) from_root_[each.word] = each.to;
    else state.fail = next(states_[each.from].fail, each.word);
    state.suffix = states_[state.fail].ends != none ? state.fail : states_[state.fail].suffix;
  }
}

std::uint32_t PhraseAutomaton::word(std::string_view folded) const {
  const auto found = vocabulary_.find(folded);
  return found == vocabulary_.end() ? unknown : found->second;
}

std::vector<std::uint32_t> PhraseAutomaton::words_of(const Prose& prose) const {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(prose.words.size());
  for (const Word& each : prose.words) numbers.push_back(word(each.folded));
  return numbers;
}

std::uint32_t PhraseAutomaton::edge(std::uint32_t state, std::uint32_t word) const {
  if (state == 0) return word < from_root_.size() ? from_root_[word] : 0;
  const auto found = edges_.find(key(state, word));
  return found == edges_.end() ? 0 : found->second;
}

std::uint32_t PhraseAutomaton::next(std::uint32_t state, std::uint32_t word) const {
  while (true) {
    const std::uint32_t to = edge(state, word);
    if (to != 0 || state == 0) return to;
    state = states_[state].fail;
  }
}

std::vector<PhraseMatch> PhraseAutomaton::all(const std::vector<std::uint32_t>& words) const {
  std::vector<PhraseMatch> matches;
  all(words.data(), words.size(), [&matches](const PhraseMatch& each) { matches.push_back(each); });
  return matches;
}

std::vector<PhraseMatch> PhraseAutomaton::leftmost_longest(const std::vector<std::uint32_t>& words) const {
  std::vector<PhraseMatch> matches = all(words);
  std::sort(matches.begin(), matches.end(), [](const PhraseMatch& a, const PhraseMatch& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return a.end != b.end ? a.end > b.end : a.phrase < b.phrase;
  });
  std::vector<PhraseMatch> kept;
  for (const PhraseMatch& each : matches) {
    const bool equal = !kept.empty() && kept.back().begin == each.begin && kept.back().end == each.end;
    if (kept.empty() || each.begin >= kept.back().end || equal) kept.push_back(each);
  }
  return kept;
}

}  // namespace casewright
