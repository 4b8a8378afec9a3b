#pragma once

#include <vector>

#include "language/word_table.h"

namespace casewright {

/// One passive: a form of "be" or "get" with a past participle.
struct Passive {
  std::uint32_t first_token = 0;  ///< of "be"
  std::uint32_t participle = 0;   ///< token
  Span span;                      ///< from "be" to the participle
  bool agent = false;             ///< "by" with somebody follows
};

/// The passives among the tokens [first, end). States ("was tired") are none unless somebody brings them
/// about ("was tired out by the journey").
std::vector<Passive> passives_in(const Prose& prose, const WordTable& words, std::uint32_t first, std::uint32_t end);

}  // namespace casewright
