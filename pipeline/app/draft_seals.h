#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/world.h"

namespace casewright {

/// How each draft of a folder was made, remembered beside them, so that what a person changed since is never written over.
class DraftSeals {
 public:
  /// What is remembered in that folder; nothing where no draft was made there.
  DraftSeals(const World& world, Path folder);

  /// Those drafts that somebody has changed since they were made, by their file names.
  std::vector<std::string> edited() const;
  /// True where a file of that name stands there that no draft made as it is: somebody changed it, or put it there.
  bool is_a_persons(std::string_view name) const;
  /// Remembers the draft of that name as it was just made.
  void remember(std::string_view name, std::string_view bytes);
  /// Writes down what is remembered.
  Outcome keep(World& world) const;

 private:
  const World& world_;
  Path folder_;
  std::map<std::string, std::string, std::less<>> seals_;  ///< the sha256 of each draft as it was made, by its file name
};

}  // namespace casewright
