#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "inspect/patterns/need_alphabet.h"
#include "inspect/patterns/need_automaton.h"
#include "model/prose.h"

namespace casewright {

/// Which needs are met where in one Prose.
class NeedsMet {
 public:
  NeedsMet() = default;
  NeedsMet(std::size_t stretches, std::size_t needs) : width_((needs + 63) / 64), bits_(stretches * width_) {}

  void meet(std::size_t stretch, std::uint32_t need) { bits_[stretch * width_ + need / 64] |= std::uint64_t{1} << (need % 64); }
  /// True where the stretch of that index holds what the need asks for.
  bool in(std::size_t stretch, std::uint32_t need) const { return (bits_[stretch * width_ + need / 64] >> (need % 64) & 1) != 0; }

  /// The first 64 needs of the stretch of that index, one a bit from the lowest.
  std::uint64_t first_of(std::size_t stretch) const { return width_ == 0 ? 0 : bits_[stretch * width_]; }

  /// True where some stretch does.
  bool somewhere(std::uint32_t need) const {
    for (std::size_t at = need / 64; at < bits_.size(); at += width_)
      if ((bits_[at] >> (need % 64) & 1) != 0) return true;
    return false;
  }

 private:
  std::size_t width_ = 0;  ///< words of bits for a stretch
  std::vector<std::uint64_t> bits_;
};

/// What must stand in a stretch before a pattern is worth running there, for all rules; all of it is found in one walk over the bytes
/// of a text.
class NeedTable {
 public:
  /// The number of the need for one of these rows of signs, wherever they stand; the same rows have the same number.
  std::uint32_t add(const std::vector<std::string>& rows, NeedAlphabet alphabet = NeedAlphabet::words);
  /// The number of the need for a digit.
  std::uint32_t add_digit() { return add({"0"}); }
  /// Makes the table ready; nothing is added after this.
  void settle();
  /// What is met in each stretch, or at the end of a row that begins in the one before.
  NeedsMet find(const Prose& prose) const;
  /// The same of one text by itself, as its only stretch.
  NeedsMet find(std::string_view text) const;

 private:
  class Walk;

  std::map<std::pair<NeedAlphabet, std::vector<std::string>>, std::uint32_t> needs_;
  NeedAutomaton words_{NeedAlphabet::words}, shapes_{NeedAlphabet::shapes};
};

}  // namespace casewright
