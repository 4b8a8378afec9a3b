#pragma once

#include <cstdint>
#include <vector>

#include "base/result.h"
#include "model/case.h"

namespace casewright {

/// Places in the integrated chronology that tell one and the same event, ascending.
using LinkedEvents = std::vector<std::uint32_t>;

/// The events that two or more agencies tell: those that name each other with same-as, then those of the
/// same or a near date whose informative words are strongly alike. `events` come ordered. An id that leads
/// nowhere is a fault. Similar words link at most one event of each agency.
std::vector<LinkedEvents> link_events(const std::vector<IntegratedEvent>& events, const Case& whole, Faults& faults);

}  // namespace casewright
