#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "assemble/link_events.h"
#include "model/case.h"

namespace casewright {

/// What the tellings of one event disagree on (date, time, whether the child was seen or spoken to), one
/// sentence each, with agencies by their public names and nobody else named.
std::vector<std::string> find_conflicts(const LinkedEvents& linked, const std::vector<IntegratedEvent>& events,
                                        const Case& whole);

/// A sentence of find_conflicts() whose dates were since made months: where all sides now read alike, it says that
/// they give different days or times; any other stays as it is.
std::string retold_where_alike(std::string sentence);

}  // namespace casewright
