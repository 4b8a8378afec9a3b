#pragma once

#include <array>
#include <bit>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace casewright {

/// A list of up to 64 words, each held only against words that begin with the same byte.
template <std::size_t count>
class FewWords {
 public:
  constexpr explicit FewWords(const std::array<std::string_view, count>& words) : words_(words) {
    static_assert(count <= 64);
    for (std::size_t at = 0; at < count; ++at) by_first_[static_cast<unsigned char>(words[at][0])] |= std::uint64_t{1} << at;
  }

  constexpr bool has(std::string_view word) const {
    if (word.empty()) return false;
    for (std::uint64_t left = by_first_[static_cast<unsigned char>(word[0])]; left != 0; left &= left - 1)
      if (words_[static_cast<std::size_t>(std::countr_zero(left))] == word) return true;
    return false;
  }

 private:
  std::array<std::string_view, count> words_;
  std::array<std::uint64_t, 256> by_first_{};  ///< a bit for each word
};

}  // namespace casewright
