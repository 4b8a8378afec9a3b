#pragma once

#include "inspect/seen.h"

namespace casewright {

/// True where the words name somebody: they hold a name of the register that readers may not know, an address or a
/// number of a person, or what the tagger takes for a person's name or a place.
bool names_somebody(const Seen& seen, Span span);

}  // namespace casewright
