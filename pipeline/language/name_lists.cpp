#include "language/name_lists.h"

namespace casewright {

std::uint64_t NameLists::holding(std::string_view folded) const {
  const auto holds = [&](const WordFilter& list) {
    if (list.knows(folded)) return true;
    const std::size_t first = folded.find('-');
    if (first == std::string_view::npos) return false;
    return list.knows(folded.substr(0, first)) || list.knows(folded.substr(folded.rfind('-') + 1));
  };
  return (holds(given) ? 1u : 0u) | (holds(family) ? 2u : 0u) | (holds(places) ? 4u : 0u);
}

}  // namespace casewright
