#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "model/document.h"

namespace casewright {

/// The number that somebody typed before a heading or a paragraph: "6.2 ", "Section Three – ", "Part B: ", "(iv) ".
struct TypedNumber {
  bool named = false;      ///< with the word that says what is counted: "Section", "Part"
  bool dotted = false;     ///< "6.2"
  std::size_t number = 0;  ///< its last number: 2 of "6.2", 3 of "Section Three", 2 of "Part B"; 0 where there is none
  std::string before;      ///< what stands before the last number: "6." of "6.2"
  std::size_t words = 0;   ///< byte at which the words begin; 0 where nothing is typed before them
};

TypedNumber typed_number(std::string_view text);
/// The same of a block, whose reader may have taken the number off its words.
TypedNumber typed_number(const Block& block);

/// The text without such a number; what is nothing but a number, or begins with a day or a year, stays.
std::string without_typed_number(std::string_view text);

/// The number that a word says: "3", "Three", "C"; 0 where it says none. A letter is a number only where it is a capital.
std::size_t number_said_by(std::string_view word);

}  // namespace casewright
