#include "model/finding.h"

namespace casewright {

std::string_view name_of(Level level) {
  switch (level) {
    case Level::advise: return "advise";
    case Level::fix: return "fix";
    case Level::block: return "block";
  }
  return {};
}

std::optional<Level> level_of(std::string_view name) {
  for (const Level level : {Level::advise, Level::fix, Level::block})
    if (name == name_of(level)) return level;
  return std::nullopt;
}

}  // namespace casewright
