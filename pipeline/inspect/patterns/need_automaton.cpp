#include "inspect/patterns/need_automaton.h"

#include <algorithm>
#include <span>

namespace casewright {

void NeedAutomaton::add(const std::string& row, std::uint32_t need) {
  std::uint32_t state = 0;
  for (const char sign : row) {
    const auto [edge, fresh] = edges_[state].try_emplace(sign, static_cast<std::uint32_t>(edges_.size()));
    state = edge->second;
    if (!fresh) continue;
    edges_.emplace_back();
    met_.emplace_back();
    last_of_ += sign;
  }
  met_[state].push_back(need);
}

/// Where a row does not go on, the longest end of what was read that begins another row does.
void NeedAutomaton::settle() {
  std::array<std::uint8_t, 256> class_of_sign{};
  for (const char sign : last_of_)
    if (std::uint8_t& number = class_of_sign[static_cast<unsigned char>(sign)]; sign != '\0' && number == 0) number = static_cast<std::uint8_t>(classes_++);
  for (std::size_t byte = 0; byte < class_of_.size(); ++byte) class_of_[byte] = class_of_sign[static_cast<unsigned char>(sign_of(alphabet_, static_cast<char>(byte)))];
  const std::size_t row = classes_ + 1;
  next_.assign(edges_.size() * row, 0);
  std::vector<std::uint32_t> fall(edges_.size()), order{0};
  for (std::size_t at = 0; at < order.size(); ++at) {
    const std::uint32_t state = order[at];
    if (state != 0) std::copy_n(next_.begin() + fall[state] * row, classes_, next_.begin() + state * row);
    if (runs_as_one(alphabet_, last_of_[state])) next_[state * row + class_of_sign[static_cast<unsigned char>(last_of_[state])]] = state;
    for (const auto& [sign, to] : edges_[state]) {
      std::uint32_t& next = next_[state * row + class_of_sign[static_cast<unsigned char>(sign)]];
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

}  // namespace casewright
