#include "language/near_names.h"

#include <algorithm>

namespace casewright {
namespace {

constexpr std::size_t shortest = 6;

/// True where one insertion, deletion, substitution or swap of neighbours makes `a` from `b`.
bool one_error_apart(std::string_view a, std::string_view b) {
  if (a.size() > b.size()) std::swap(a, b);
  if (b.size() - a.size() > 1 || a == b) return false;
  std::size_t head = 0;
  while (head < a.size() && a[head] == b[head]) ++head;
  if (a.size() < b.size()) return a.substr(head) == b.substr(head + 1);
  if (a.substr(head + 1) == b.substr(head + 1)) return true;
  const bool swapped = head + 1 < a.size() && a[head] == b[head + 1] && a[head + 1] == b[head];
  return swapped && a.substr(head + 2) == b.substr(head + 2);
}

}  // namespace

void NearNames::add(const std::string& name, std::uint32_t number) {
  if (name.size() < shortest) return;
  const auto index = static_cast<std::uint32_t>(names_.size());
  names_.emplace_back(name, number);
  deletions_.emplace(name, index);
  for (std::size_t i = 0; i < name.size(); ++i) deletions_.emplace(name.substr(0, i) + name.substr(i + 1), index);
}

std::vector<std::uint32_t> NearNames::near(std::string_view word) const {
  std::vector<std::uint32_t> numbers;
  if (word.size() + 1 < shortest || word.size() > 40) return numbers;
  const auto probe = [&](const std::string& key) {
    const auto [from, to] = deletions_.equal_range(key);
    for (auto each = from; each != to; ++each)
      if (one_error_apart(word, names_[each->second].first)) numbers.push_back(names_[each->second].second);
  };
  std::string shorter;
  probe(std::string(word));
  for (std::size_t i = 0; i < word.size(); ++i) {
    shorter.assign(word.substr(0, i));
    shorter += word.substr(i + 1);
    probe(shorter);
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

}  // namespace casewright
