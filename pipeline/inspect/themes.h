#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// What reviews come back to, and the words that speak of it.
class Themes {
 public:
  /// Reads the list; a fault where it is missing or a line is no theme.
  static Result<Themes> read(const World& world, const Path& file);
  /// The names of the themes that a text speaks of.
  std::set<std::string> in(std::string_view text) const;

 private:
  struct Theme {
    std::string name;
    std::vector<std::vector<std::string>> phrases;  ///< words; "neglect*" is any word that begins so
  };
  std::vector<Theme> themes_;
};

}  // namespace casewright
