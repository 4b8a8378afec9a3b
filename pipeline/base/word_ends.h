#pragma once

#include <cstddef>
#include <cstring>
#include <string_view>

namespace casewright {

/// True where the word ends in those letters. Their number is known to the compiler, so that no call is made for them.
template <std::size_t size>
inline bool ends_in(std::string_view word, const char (&letters)[size]) {
  constexpr std::size_t count = size - 1;
  return word.size() >= count && std::memcmp(word.data() + word.size() - count, letters, count) == 0;
}

}  // namespace casewright
