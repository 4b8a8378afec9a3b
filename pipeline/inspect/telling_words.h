#pragma once

#include "inspect/seen.h"

namespace casewright {

/// How surely words name somebody.
enum class Telling : std::uint8_t {
  no,
  likely,  ///< the tagger of names takes them for a person's name or a place
  surely,  ///< a name of the register that readers may not know, an address or a number of a person
};

/// What the words of something carried tell. With `shown_is_fine`, the tagger is not asked about words that the page shows, too: its own rules
/// judge them there, where more tells what they are.
Telling telling(const Seen& seen, Span span, bool shown_is_fine);

}  // namespace casewright
