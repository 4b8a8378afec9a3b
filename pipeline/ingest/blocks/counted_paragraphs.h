#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"

namespace casewright {

/// What a paragraph is to the counting of a report's paragraphs.
struct CountedLine {
  enum class Kind : std::uint8_t { other, heading, counted };
  Kind kind = Kind::other;
  std::uint32_t number = 0;   ///< of a counted one
  std::string sequence;       ///< what counts it: the list of a program, or how its number is typed
  int indent = 0;
  std::size_t letters = 0;
  bool leads_in = false;      ///< ends with a colon, as what stands over a list does
};

/// Says of each line whether its number is that of a paragraph of the report and not of a list's item: counting that
/// goes on over headings numbers paragraphs, and so does counting of long prose that nothing leads into.
std::vector<bool> numbered_paragraphs(const std::vector<CountedLine>& lines);

/// Makes numbered paragraphs of the items of lists that number the report's paragraphs.
void free_numbered_paragraphs(std::vector<Block>& blocks);

}  // namespace casewright
