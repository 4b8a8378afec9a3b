#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/dates.h"
#include "inspect/corpus.h"
#include "inspect/rule_book.h"
#include "model/case.h"

namespace casewright {

/// Something that a rule of timescales wants done by a day, or not before it.
struct Deadline {
  enum class State : std::uint8_t { waiting, due, done, late };
  State state = State::waiting;  ///< waiting: the day that it is counted from is not in the case
  std::string what;              ///< "the Panel is notified"
  Date by;                       ///< not known while it waits
  Date on;                       ///< the day that the case gives for it
  std::string counted;           ///< "5 working days from the day the council became aware"
  std::string source, rule;
  std::string id;                ///< the same whenever the case's calendar is written again
  bool holidays_known = true;    ///< false where only weekends could be left out
};

/// What the rules of the case's regime want by which day, in order of days; what waits comes last.
std::vector<Deadline> deadlines_of(const Case& of_case, const RuleBook& book, const Corpus& corpus, const Date& today);

}  // namespace casewright
