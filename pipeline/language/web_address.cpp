#include "language/web_address.h"

#include "base/letters.h"
#include "base/text.h"

namespace casewright {
namespace {

int digit_of(char c) {
  if (is_digit(c)) return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  return c >= 'A' && c <= 'F' ? c - 'A' + 10 : -1;
}

/// The byte that "%C5" at `at` stands for, or nothing below 0.
int byte_at(std::string_view address, std::size_t at) {
  if (at + 2 >= address.size() || address[at] != '%' || digit_of(address[at + 1]) < 0 || digit_of(address[at + 2]) < 0) return -1;
  return digit_of(address[at + 1]) * 16 + digit_of(address[at + 2]);
}

/// How many bytes a sign of UTF-8 has that begins so; 0 where none does.
std::size_t length_of_sign(int first) {
  if (first >= 0xC2 && first <= 0xDF) return 2;
  return first >= 0xE0 && first <= 0xEF ? 3 : 0;
}

std::string read_once(std::string_view address) {
  std::string readable;
  for (std::size_t at = 0; at < address.size();) {
    const int first = byte_at(address, at);
    if (first == ' ' || first == '\'' || (first > 0 && first < 0x80 && is_letter(static_cast<char>(first)))) {
      readable += static_cast<char>(first);
      at += 3;
      continue;
    }
    const std::size_t length = length_of_sign(first);
    std::string sign;
    for (std::size_t i = 0; i < length; ++i) {
      const int byte = byte_at(address, at + 3 * i);
      if (byte < 0) break;
      sign += static_cast<char>(byte);
    }
    if (length == 0 || sign.size() != length || !is_utf8(sign)) {
      readable += address[at++];
      continue;
    }
    readable += sign;
    at += 3 * length;
  }
  return readable;
}

}  // namespace

std::string readable_address(std::string_view address) {
  constexpr int most_times = 3;  // an address within an address is written so twice over
  std::string readable = read_once(address);
  for (int time = 1; time < most_times && readable.find('%') != std::string::npos; ++time) readable = read_once(readable);
  return readable;
}

}  // namespace casewright
