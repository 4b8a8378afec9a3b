#include "emit/image_size.h"

namespace casewright {
namespace {

unsigned byte_at(std::string_view bytes, std::size_t at) { return static_cast<unsigned char>(bytes[at]); }
unsigned big(std::string_view bytes, std::size_t at) { return byte_at(bytes, at) << 8 | byte_at(bytes, at + 1); }

std::optional<ImageSize> sensible(unsigned width, unsigned height) {
  if (width == 0 || height == 0 || width > 65535 || height > 65535) return std::nullopt;
  return ImageSize{width, height};
}

/// Walks the segments of a JPEG to the one that tells its size.
std::optional<ImageSize> jpeg_size(std::string_view bytes) {
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (byte_at(bytes, at) != 0xFF) return std::nullopt;
    const unsigned marker = byte_at(bytes, at + 1);
    if (marker == 0xFF) {
      ++at;
      continue;
    }
    const bool tells = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
    if (tells) return sensible(big(bytes, at + 7), big(bytes, at + 5));
    at += 2 + big(bytes, at + 2);
  }
  return std::nullopt;
}

}  // namespace

std::optional<ImageSize> image_size(std::string_view bytes) {
  if (bytes.starts_with("\x89PNG\r\n\x1A\n") && bytes.size() >= 24)
    return sensible(big(bytes, 16) << 16 | big(bytes, 18), big(bytes, 20) << 16 | big(bytes, 22));
  if (bytes.starts_with("GIF8") && bytes.size() >= 10)
    return sensible(byte_at(bytes, 6) | byte_at(bytes, 7) << 8, byte_at(bytes, 8) | byte_at(bytes, 9) << 8);
  if (bytes.starts_with("\xFF\xD8\xFF")) return jpeg_size(bytes);
  return std::nullopt;
}

}  // namespace casewright
