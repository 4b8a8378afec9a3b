#pragma once

#include "inspect/seen.h"

namespace casewright {

/// How surely words name somebody.
enum class Telling : std::uint8_t {
  no,
  likely,  ///< the tagger of names takes them for a person's name or a place
  surely,  ///< a name of the register that readers may not know, an address or a number of a person
};

Telling telling(const Seen& seen, Span span);

}  // namespace casewright
