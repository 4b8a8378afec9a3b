#pragma once

#include <array>
#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

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
/// of a text (Aho and Corasick, 1975).
class NeedTable {
 public:
  /// The number of the need for one of these words, in small letters and inside longer words, too; a digit stands for any.
  /// The same words have the same number.
  std::uint32_t add(const std::vector<std::string>& words);
  /// The number of the need for a digit.
  std::uint32_t add_digit();
  /// Makes the table ready; nothing is added after this.
  void settle();
  /// What is met in each stretch; `lower` is the text of the Prose in small letters.
  NeedsMet find(const Prose& prose, std::string_view lower) const;
  /// The same of one text by itself, as its only stretch and in capitals or not.
  NeedsMet find(std::string_view text) const;

 private:
  std::uint32_t add_word(const std::string& word);
  void meet(std::string_view text, std::size_t stretch, NeedsMet& met, std::vector<std::uint32_t>& told) const;
  void meet_all(std::size_t stretch, NeedsMet& met) const;

  std::map<std::vector<std::string>, std::uint32_t> needs_;
  std::vector<std::map<char, std::uint32_t>> edges_{{}};  ///< by state, as the words give them
  std::vector<std::vector<std::uint32_t>> met_{{}};       ///< by state: the needs of the words that end there; once settled without the states of none
  std::array<std::uint8_t, 256> class_of_{};              ///< 0: a byte that no word has
  std::uint32_t classes_ = 1;
  /// Once all is settled, by state and class: the next state's row, and 1 where needs are met there. Behind the classes of each row
  /// stands where these are among `met_`.
  std::vector<std::uint32_t> next_;
};

}  // namespace casewright
