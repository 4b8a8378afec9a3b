#pragma once

#include <string>
#include <vector>

#include "model/prose.h"

namespace casewright {

/// What kind of thing a number tells.
enum class FactKind : std::uint8_t { age, count, length, share, month, year };

/// A number that a document tells with what it is of: 15 "times", 7 "week", the month 2019*12+8, the year 2006.
struct ToldFact {
  FactKind kind = FactKind::count;
  int value = 0;
  std::string of;      ///< "times" of all that happens and is counted, else the word, singular; "week" of lengths and ages
  std::string said;    ///< as a message says it: "fifteen attendances", "August 2019"
  bool about = false;  ///< "some three weeks": rounded; "six days later": worked out from days that are told
  Span span;
};

/// The numbers that a document tells: counts, ages, lengths of time, shares, months and years, in order of reading. Parts of a
/// date, references and amounts of money are none.
std::vector<ToldFact> told_facts(const Prose& prose);

/// The facts of `here` that `there` nowhere tells, though it tells others of their kind: "seven weeks" where the other knows of eleven.
/// Rounded numbers, counts below four, the same time in another unit and numbers that stand there of anything else are left out.
std::vector<ToldFact> only_told_here(const Prose& here, const Prose& there);

}  // namespace casewright
