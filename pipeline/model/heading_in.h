#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

namespace casewright {

/// A heading of a report as it is judged among the others.
struct HeadingIn {
  std::string words;
  std::uint8_t level = 0;  ///< 1 is the highest; 0 where it is not known
  std::string opening = {};  ///< the first words under it, as far as there are any
};

/// Says for each heading of a report which canonical sections (DESIGN.md 6) it stands for; none where it tells nothing of them.
using HeadingJudge = std::function<std::vector<std::vector<std::string>>(const std::vector<HeadingIn>&)>;

}  // namespace casewright
