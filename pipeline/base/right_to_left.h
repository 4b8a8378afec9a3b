#pragma once

namespace casewright {

/// True for letters that are read from right to left: Hebrew, Arabic, Syriac, Thaana, N'Ko and the forms of the first two.
constexpr bool is_right_to_left(char32_t c) {
  return (c >= 0x0590 && c <= 0x08FF) || (c >= 0xFB1D && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC) || (c >= 0x10800 && c <= 0x10FFF) ||
         (c >= 0x1E800 && c <= 0x1EFFF);
}

}  // namespace casewright
