#include "inspect/patterns/gated_pattern.h"

#include <utility>

#include "inspect/patterns/pattern_needs.h"

namespace casewright {

GatedPattern gated(regex::Pattern pattern, std::string_view expression, regex::Reading reading, NeedTable& table) {
  GatedPattern made{std::move(pattern), {}};
  for (const NeedAlphabet alphabet : need_alphabets)
    for (const std::vector<std::string>& rows : signs_needed(expression, reading, alphabet)) made.needs.push_back(table.add(rows, alphabet));
  return made;
}

}  // namespace casewright
