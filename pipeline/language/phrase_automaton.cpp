#include "language/phrase_automaton.h"

#include <algorithm>
#include <cassert>
#include <utility>

namespace casewright {

std::uint32_t PhraseAutomaton::Edges::add(std::uint64_t key, std::uint32_t to) {
  if (taken_ * 2 >= slots_.size()) grow();
  Slot& slot = slots_[place_of(key)];
  if (slot.key == 0) {
    slot = {key, to};
    ++taken_;
  }
  return slot.to;
}

void PhraseAutomaton::Edges::grow() {
  std::vector<Slot> old(std::max<std::size_t>(1024, slots_.size() * 2));
  old.swap(slots_);
  for (const Slot& each : old)
    if (each.key != 0) slots_[place_of(each.key)] = each;
}

std::uint32_t PhraseAutomaton::number_of(const std::string& word) {
  const auto number = static_cast<std::uint32_t>(vocabulary_.size() + 1);
  return vocabulary_.try_emplace(word, number).first->second;
}

std::uint32_t PhraseAutomaton::add(const std::vector<std::string>& words) {
  std::vector<std::uint32_t> numbers;
  numbers.reserve(words.size());
  for (const std::string& each : words) numbers.push_back(number_of(each));
  return add(numbers);
}

std::uint32_t PhraseAutomaton::add(std::span<const std::uint32_t> words) {
  assert(from_root_.empty() && !words.empty());
  std::uint32_t state = 0;
  for (const std::uint32_t word : words) {
    const auto fresh = static_cast<std::uint32_t>(states_.size());
    const std::uint32_t to = edges_.add(key(state, word), fresh);
    if (to == fresh) {
      states_.push_back({states_[state].depth + 1, 0, 0, none});
      ways_.push_back({state, word});
    }
    state = to;
  }
  ends_.push_back({phrase_count_, states_[state].ends});
  states_[state].ends = static_cast<std::uint32_t>(ends_.size() - 1);
  return phrase_count_++;
}

/// All states but the first, those with fewer words before them first.
std::vector<std::uint32_t> PhraseAutomaton::by_depth() const {
  std::vector<std::uint32_t> first;  // by depth: where its states begin
  for (const State& each : states_) {
    if (each.depth >= first.size()) first.resize(each.depth + 1, 0);
    ++first[each.depth];
  }
  std::uint32_t before = 0;
  for (std::uint32_t depth = 1; depth < first.size(); ++depth) before += std::exchange(first[depth], before);
  std::vector<std::uint32_t> order(states_.size() - 1);
  for (std::uint32_t state = 1; state < states_.size(); ++state) order[first[states_[state].depth]++] = state;
  return order;
}

void PhraseAutomaton::build() {
  from_root_.assign(vocabulary_.size() + 1, 0);
  for (const std::uint32_t to : by_depth()) {
    State& state = states_[to];
    const Way& way = ways_[to];
    if (way.from == 0) from_root_[way.word] = to;
    else state.fail = next(states_[way.from].fail, way.word);
    state.suffix = states_[state.fail].ends != none ? state.fail : states_[state.fail].suffix;
  }
  ways_ = {};
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

std::vector<PhraseMatch> PhraseAutomaton::all(const std::vector<std::uint32_t>& words) const {
  std::vector<PhraseMatch> matches;
  all(words.data(), words.size(), [&matches](const PhraseMatch& each) { matches.push_back(each); });
  return matches;
}

}  // namespace casewright
