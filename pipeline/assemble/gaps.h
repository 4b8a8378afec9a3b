#pragma once

#include <vector>

#include "model/case.h"

namespace casewright {

/// How long a stretch must be to be worth a reader's time.
struct GapLimits {
  int least_days = 28;       ///< shorter stretches are not reported
  int most_per_agency = 3;   ///< of one agency's own stretches, the longest
};

/// The stretches of the review period without any contact (all agencies together, then each agency between
/// its first and its last contact), without the child being seen, and without the child being spoken to,
/// each group in order of time. Events without a date count for nothing; one dated to a month fills it.
std::vector<Gap> find_gaps(const std::vector<IntegratedEvent>& events, const Case& whole, const GapLimits& limits = {});

}  // namespace casewright
