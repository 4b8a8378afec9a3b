#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// A piece of a date cell: digits, letters or one mark.
struct WhenToken {
  enum class Kind : std::uint8_t { number, word, mark } kind = Kind::mark;
  std::string text;        ///< words in lower case; dashes and quotation marks in their plain form
  int value = -1;          ///< of a number with at most eight digits
  bool glued = false;      ///< no white space before it

  bool is(std::string_view what) const { return text == what; }
  bool is_number(std::size_t least, std::size_t most) const {
    return kind == Kind::number && text.size() >= least && text.size() <= most;
  }
};

/// The pieces of a cell in order.
std::vector<WhenToken> when_tokens(std::string_view cell);

/// True for "monday", "mon", "tues".
bool is_weekday(std::string_view word);
/// True for what stands behind the number of a day: "st" of "1st".
bool is_ordinal_end(std::string_view word);

}  // namespace casewright
