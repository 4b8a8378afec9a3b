#include "inspect/need_table.h"

#include <algorithm>
#include <span>

namespace casewright {
namespace {

/// The long s and the sign for kelvin, which a pattern without regard to capitals takes for s and k.
bool holds_odd_letters(std::string_view text) {
  return text.find("\xC5\xBF") != std::string_view::npos || text.find("\xE2\x84\xAA") != std::string_view::npos;
}

}  // namespace

/// The state in which the word has been read.
std::uint32_t NeedTable::add_word(const std::string& word) {
  std::uint32_t state = 0;
  for (const char written : word) {
    const char each = written >= '0' && written <= '9' ? '0' : written;
    const auto [edge, fresh] = edges_[state].try_emplace(each, static_cast<std::uint32_t>(edges_.size()));
    state = edge->second;
    if (!fresh) continue;
    edges_.emplace_back();
    met_.emplace_back();
    std::uint8_t& number = class_of_[static_cast<unsigned char>(each)];
    if (number == 0) number = static_cast<std::uint8_t>(classes_++);
  }
  return state;
}

std::uint32_t NeedTable::add(const std::vector<std::string>& words) {
  const auto [entry, fresh] = needs_.try_emplace(words, static_cast<std::uint32_t>(needs_.size()));
  if (fresh)
    for (const std::string& each : words) met_[add_word(each)].push_back(entry->second);
  return entry->second;
}

std::uint32_t NeedTable::add_digit() { return add({"0"}); }

/// Closes the table: where a word does not go on, the longest end of what was read that begins another word does.
void NeedTable::settle() {
  for (std::size_t digit = '1'; digit <= '9'; ++digit) class_of_[digit] = class_of_['0'];
  for (std::size_t letter = 'a'; letter <= 'z'; ++letter) class_of_[letter - 'a' + 'A'] = class_of_[letter];
  const std::size_t row = classes_ + 1;
  next_.assign(edges_.size() * row, 0);
  std::vector<std::uint32_t> fall(edges_.size()), order{0};
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::uint32_t state = order[at];
    if (state != 0) std::copy_n(next_.begin() + fall[state] * row, classes_, next_.begin() + state * row);
    for (const auto& [letter, to] : edges_[state]) {
      std::uint32_t& next = next_[state * row + class_of_[static_cast<unsigned char>(letter)]];
      fall[to] = next;
      next = to;
      met_[to].insert(met_[to].end(), met_[fall[to]].begin(), met_[fall[to]].end());
      order.push_back(to);
    }
  }
  // A state is its row in the table; where something is met there, its lowest bit says so.
  std::uint32_t lists = 0;
  for (std::uint32_t state = 0; state < edges_.size(); ++state) {
    const auto first = next_.begin() + static_cast<std::ptrdiff_t>(state * row);
    for (std::uint32_t& next : std::span(first, classes_)) next = next * static_cast<std::uint32_t>(row) << 1 | static_cast<std::uint32_t>(!met_[next].empty());
    if (!met_[state].empty()) first[classes_] = lists++;
  }
  std::erase_if(met_, [](const auto& needs) { return needs.empty(); });
}

/// `told` holds for each list of needs 1 more than the stretch that it was last met in.
void NeedTable::meet(std::string_view text, std::size_t stretch, NeedsMet& met, std::vector<std::uint32_t>& told) const {
  const auto now = static_cast<std::uint32_t>(stretch + 1);
  std::uint32_t state = 0;
  for (const char each : text) {
    state = next_[(state >> 1) + class_of_[static_cast<unsigned char>(each)]];
    if ((state & 1) == 0) continue;
    const std::uint32_t list = next_[(state >> 1) + classes_];
    if (told[list] == now) continue;
    told[list] = now;
    for (const std::uint32_t need : met_[list]) met.meet(stretch, need);
  }
}

void NeedTable::meet_all(std::size_t stretch, NeedsMet& met) const {
  for (std::uint32_t need = 0; need < needs_.size(); ++need) met.meet(stretch, need);
}

NeedsMet NeedTable::find(const Prose& prose, std::string_view lower) const {
  NeedsMet met(prose.stretches.size(), needs_.size());
  if (needs_.empty()) return met;
  const bool odd = holds_odd_letters(lower);
  std::vector<std::uint32_t> told(met_.size());
  for (std::size_t stretch = 0; stretch < prose.stretches.size(); ++stretch) {
    const Span span = prose.stretches[stretch].span;
    if (odd) meet_all(stretch, met);
    else meet(lower.substr(span.begin, span.length()), stretch, met, told);
  }
  return met;
}

NeedsMet NeedTable::find(std::string_view text) const {
  NeedsMet met(1, needs_.size());
  std::vector<std::uint32_t> told(met_.size());
  if (holds_odd_letters(text)) meet_all(0, met);
  else meet(text, 0, met, told);
  return met;
}

}  // namespace casewright
