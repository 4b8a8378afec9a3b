#pragma once

#include <string>
#include <vector>

#include "app/commands.h"
#include "inspect/rule_book.h"
#include "model/reading.h"

namespace casewright {

/// Somebody whom a board allows to be named: a lead reviewer, a chair.
struct NamedPerson {
  std::string name, role, agreed_by;
  Date date;  ///< of the decision
};

/// A board's own decisions (BOARD/profile.xml).
struct BoardProfile {
  Profile rules;                    ///< levels, and rules that are switched off
  std::vector<std::string> words;   ///< spelt right, whatever a dictionary says
  std::vector<NamedPerson> people;
  std::string sha256;               ///< of the file; empty where there is none
};

/// Reads the profile of the board that the desk works for; an empty one where it has none.
Result<BoardProfile> read_profile(const Desk& desk);

/// Accepts findings of names that are nothing but the name of a person whom the board allows to be named. A name of a
/// case's register is never let through.
void allow_people(Checked& checked, const std::vector<NamedPerson>& people);

}  // namespace casewright
