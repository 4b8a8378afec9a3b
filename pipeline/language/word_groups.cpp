#include "language/word_groups.h"

#include <algorithm>

namespace casewright {

std::uint32_t WordGroups::add(const std::vector<std::string>& group) {
  for (const std::string& each : group) {
    if (each.starts_with('*')) {
      ends_[each.substr(1)].push_back(count_);
    } else if (each.ends_with('*')) {
      const std::size_t length = each.size() - 1;
      shortest_beginning_ = beginnings_.empty() ? length : std::min(shortest_beginning_, length);
      longest_beginning_ = std::max(longest_beginning_, length);
      beginnings_[each.substr(0, length)].push_back(count_);
    } else {
      whole_[each].push_back(count_);
    }
  }
  return count_++;
}

WordGroupSet WordGroups::of(std::string_view word) const {
  WordGroupSet set;
  const auto take = [&](const Index& index, std::string_view part) {
    if (const auto found = index.find(part); found != index.end())
      for (const std::uint32_t group : found->second) set.add(group);
  };
  take(whole_, word);
  for (std::size_t length = shortest_beginning_; length <= std::min(longest_beginning_, word.size()); ++length) take(beginnings_, word.substr(0, length));
  if (!ends_.empty())
    for (std::size_t from = 0; from <= word.size(); ++from) take(ends_, word.substr(from));
  return set;
}

}  // namespace casewright
