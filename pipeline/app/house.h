#pragma once

#include <string>
#include <vector>

#include "base/result.h"
#include "base/world.h"

namespace casewright {

/// The folders of rules, templates and word lists that the program works with: its own, then a board's.
struct House {
  Path home;
  Path board;                    ///< a board's own folder, or empty
  std::vector<Path> more_rules;  ///< folders of rules that the command line names

  Path schemas() const { return join(home, "templates/schemas"); }
  Path corpus() const { return join(home, "corpus"); }
  Path new_case() const { return join(home, "templates/new-case"); }
  Path new_board() const { return join(home, "templates/new-board"); }
  /// Rule folders in the order of reading: a later one may replace a rule of an earlier one.
  std::vector<Path> rules(const World& world) const;
  /// Template folders in the order of looking: the board's first.
  std::vector<Path> templates(const World& world) const;
  /// The theme file: the board's, else the plain one.
  Path theme(const World& world) const;
};

/// The folder that stands in for a board's where none is named: casewright in the person's own settings
/// (XDG_CONFIG_HOME, else .config in the home folder `person`). Empty where there is none.
Path own_folder(const World& world, const Path& settings, const Path& person);

/// Finds the program's own data: `given` (CASEWRIGHT_HOME) where it is set, else the nearest folder above
/// the executable that holds rules/rule.rng, itself or in share/casewright, else the installed one.
Result<House> find_house(const World& world, const Path& executable, const Path& given, const Path& board,
                         const std::vector<Path>& more_rules = {});

}  // namespace casewright
