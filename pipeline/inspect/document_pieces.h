#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "model/document.h"
#include "model/prose.h"

namespace casewright {

/// One block of a Document that has words of its own, with where they stand in the Prose and what is around it.
struct Piece {
  const Block* block = nullptr;
  Span span;                     ///< of its stretch
  std::uint32_t stretch = 0;
  Scope scope = Scope::paragraph;
  std::uint8_t items = 0;        ///< how many list items it stands in, itself counted
  const Block* table = nullptr;  ///< the table around it, else null
  const Block* cell = nullptr;   ///< the cell around it, or itself; else null
  Span lead;                     ///< the bold words that it begins with; the whole where all is bold
};

/// Every block that has words, in the order of reading.
std::vector<Piece> pieces_of(const Document& document, const Prose& prose);

/// The words of a block and of all in it.
std::string all_words(const Block& block);
/// The words of a block with a line feed for each of its line breaks.
std::string words_by_line(const Block& block);

}  // namespace casewright
