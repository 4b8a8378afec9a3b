#include "foreign/image.h"

#include <png.h>

namespace casewright::image {

std::optional<Pixels> read_png(std::string_view bytes) {
  constexpr std::uint64_t most_dots = 64'000'000;
  png_image picture{};
  picture.version = PNG_IMAGE_VERSION;
  if (png_image_begin_read_from_memory(&picture, bytes.data(), bytes.size()) == 0) return std::nullopt;
  picture.format = PNG_FORMAT_RGB;
  if (std::uint64_t{picture.width} * picture.height > most_dots) {
    png_image_free(&picture);
    return std::nullopt;
  }
  Pixels pixels{picture.width, picture.height, std::string(PNG_IMAGE_SIZE(picture), '\0')};
  const png_color white{255, 255, 255};
  const bool read = png_image_finish_read(&picture, &white, pixels.rgb.data(), 0, nullptr) != 0;
  png_image_free(&picture);
  if (!read) return std::nullopt;
  return pixels;
}

std::optional<JpegHead> read_jpeg_head(std::string_view bytes) {
  const auto byte = [bytes](std::size_t at) { return static_cast<unsigned>(static_cast<unsigned char>(bytes[at])); };
  if (!bytes.starts_with("\xFF\xD8\xFF") || bytes.rfind("\xFF\xD9") == std::string_view::npos) return std::nullopt;
  for (std::size_t at = 2; at + 9 < bytes.size();) {
    if (byte(at) != 0xFF) return std::nullopt;
    const unsigned mark = byte(at + 1);
    if (mark == 0xFF) {
      ++at;
      continue;
    }
    const bool frame = mark >= 0xC0 && mark <= 0xC2;
    if (frame) {
      JpegHead head{byte(at + 7) << 8 | byte(at + 8), byte(at + 5) << 8 | byte(at + 6), static_cast<int>(byte(at + 9))};
      if (head.width == 0 || head.height == 0 || byte(at + 4) != 8) return std::nullopt;
      return head;
    }
    at += 2 + (byte(at + 2) << 8 | byte(at + 3));
  }
  return std::nullopt;
}

}  // namespace casewright::image
