#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "foreign/unicode.h"

namespace casewright {

/// Finds sentences as a reader of reports would: the rules of Unicode, mended for abbreviations ("Dr. Smith"),
/// initials ("J. Smith"), numbered paragraphs, stops that were glued to the next word or to a note's mark, and
/// line breaks inside a sentence. "Child K. The school" stays two sentences.
class SentenceFinder {
 public:
  /// Fills `begins` with the bytes at which the second and later sentences of `text` begin.
  void find(std::string_view text, std::vector<std::uint32_t>& begins);

 private:
  unicode::SentenceBreaker breaker_;
  std::vector<std::uint32_t> raw_;
};

}  // namespace casewright
