#pragma once

#include "base/record.h"
#include "ingest/papers/bundle.h"
#include "model/case.h"

namespace casewright {

/// Ids that a case gives out besides those of the register and of agencies.
struct KnownIds {
  bool complete = true;                      ///< false where a file that may give out more could not be read
  std::vector<std::string> lines;            ///< key lines of enquiry
  std::vector<std::string> findings;
  std::vector<std::string> recommendations;  ///< the board's and the agencies' own
};

/// Gathers the ids of a case; an id that is given out twice is a fault that stops.
KnownIds known_ids(const Case& whole, bool complete, BundleFaults& faults);

/// Every id in `record` that points to nothing: people, places, agencies, lines of enquiry, findings and
/// recommendations. A null `ids` looks at the register and the agencies only.
void check_references(const Record& record, const Case& whole, const KnownIds* ids, BundleFaults& faults);

}  // namespace casewright
