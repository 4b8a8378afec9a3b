#pragma once

#include <vector>

#include "base/result.h"
#include "model/case.h"

namespace casewright {

/// All agencies' chronologies as one: every event kept, in order, the tellings of one event linked.
struct Integrated {
  std::vector<IntegratedEvent> events;  ///< dated events in order, then those without a date
  std::vector<Gap> gaps;
  Faults faults;                        ///< links that lead nowhere, ids that are used twice
};

/// Makes one chronology of a case's many (DOMAIN.md 2.5, H-01 to H-11): ordered by date, time, sequence,
/// agency and row; nothing merged or deleted; the same event told by two agencies linked, with what the
/// tellings disagree on in plain words; gaps in contact reported. Names are still those of the records.
Integrated integrate(const Case& whole);

}  // namespace casewright
