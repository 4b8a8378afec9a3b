#include "inspect/gated_pattern.h"

#include <utility>

#include "inspect/pattern_needs.h"

namespace casewright {

GatedPattern gated(regex::Pattern pattern, std::string_view expression, NeedTable& table, std::size_t most) {
  GatedPattern made{std::move(pattern), {}};
  for (const std::vector<std::string>& words : words_needed(expression, most)) made.needs.push_back(table.add(words));
  return made;
}

}  // namespace casewright
