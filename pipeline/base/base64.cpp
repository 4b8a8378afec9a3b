#include "base/base64.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace casewright {
namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

}  // namespace

void append_base64(std::string& out, std::string_view bytes) {
  out.reserve(out.size() + bytes.size() / 3 * 4 + 4);
  for (std::size_t at = 0; at < bytes.size(); at += 3) {
    const std::size_t count = std::min<std::size_t>(3, bytes.size() - at);
    std::array<unsigned, 3> part{};
    for (std::size_t i = 0; i < count; ++i) part[i] = static_cast<unsigned char>(bytes[at + i]);
    const unsigned group = part[0] << 16 | part[1] << 8 | part[2];
    out += alphabet[group >> 18 & 63];
    out += alphabet[group >> 12 & 63];
    out += count > 1 ? alphabet[group >> 6 & 63] : '=';
    out += count > 2 ? alphabet[group & 63] : '=';
  }
}

std::string from_base64(std::string_view letters) {
  std::string bytes;
  std::uint32_t held = 0;
  int bits = 0;
  for (const char c : letters) {
    const std::size_t value = alphabet.find(c);
    if (value == std::string_view::npos) continue;
    held = (held << 6 | static_cast<std::uint32_t>(value)) & 0xFFFF;
    bits += 6;
    if (bits >= 8) bytes += static_cast<char>(held >> (bits -= 8) & 0xFF);
  }
  return bytes;
}

}  // namespace casewright
