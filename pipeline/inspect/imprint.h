#pragma once

#include <string>

#include "model/prose.h"

namespace casewright {

/// Who published a report and when, as its first pages say.
struct Imprint {
  int year = 0;       ///< 0 where they do not say
  std::string board;  ///< "Wychford Safeguarding Children Board", or empty
};

/// Reads the imprint off the beginning of a report: the first words that end like the name of a safeguarding board or
/// partnership, and the year that stands beside "published", else the latest year of a title or a short line.
Imprint imprint_of(const Prose& prose);

}  // namespace casewright
