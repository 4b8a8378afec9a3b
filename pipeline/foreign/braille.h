#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"

namespace casewright::braille {

/// A stretch of words set alike.
struct Words {
  std::string text;  ///< UTF-8
  bool strong = false, emphasis = false;
};

/// The words as contracted Braille in the language (BCP 47): Unified English Braille grade 2, or Welsh. The result is
/// Braille ASCII, one character a cell, with spaces between words. A fault where liblouis or its tables are missing.
Result<std::string> translate(const std::vector<Words>& words, std::string_view language);

/// What Braille ASCII says, so that a file can be read back; contractions are undone as far as the tables can.
Result<std::string> read_back(std::string_view cells, std::string_view language);

}  // namespace casewright::braille
