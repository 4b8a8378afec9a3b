#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/world.h"
#include "inspect/document_profile.h"
#include "inspect/patterns/need_table.h"
#include "inspect/patterns/phrase_table.h"
#include "inspect/rule.h"
#include "inspect/speller.h"

namespace casewright {

/// All rules, ready for use, ordered by id; read-only and shared once made.
struct RuleBook {
  std::vector<Rule> rules;
  std::vector<DocumentProfile> profiles;  ///< what kinds of document change in the rules, ordered by name
  PhraseTable phrases;
  NeedTable needs;
  Spellers spellers;
  std::set<std::string, std::less<>> passed_over;  ///< ids of rules of families that nobody asked for
  Faults left_out;     ///< of styles: rules that cannot be run here
  std::string sha256;  ///< of the path and bytes of every rule file that was read

  /// The rule with that id, or null.
  const Rule* find(std::string_view id) const;
  /// Gives the rule of that id another level, in every kind of document.
  void set_level(std::string_view id, Level level);
};

/// What a board's profile changes: levels, and rules that it has switched off.
struct Profile {
  std::map<std::string, Level> levels;
  std::set<std::string> off;
  std::string file;  ///< for faults
};

/// Reads `<folder>/<family>/<rule>.xml` from each folder, the program's own first. The first folder holds
/// rule.rng and says which families there are. A rule in a later folder takes the place of an earlier one
/// of the same id only where it says overrides="yes". `<folder>/profiles/<kind>.xml` are the profiles of kinds of
/// document; a later folder's takes the place of an earlier one of the same name. All faults of all files come together; with any
/// there is no rule book.
/// Rules of Vale styles come beside them; those that cannot be run are left out and say so in `left_out`.
/// Where families are `asked` for, only the names of other rules are learnt: to read them costs more than to read a short report.
Result<RuleBook> read_rules(const World& world, const std::vector<Path>& folders, const std::vector<Path>& styles = {},
                            const std::vector<std::string>& asked = {});

/// What the rules need from the system and do not find: a dictionary. Checks go on without it, so these faults
/// stand beside a rule book that can be used.
Faults missing_for(const RuleBook& book);

/// Changes levels and takes rules out as the profile says; an id that no rule has is a fault.
Outcome apply(const Profile& profile, RuleBook& book);

}  // namespace casewright
