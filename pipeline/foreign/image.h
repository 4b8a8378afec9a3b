#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace casewright::image {

/// A picture of 8 bits a part, red, green and blue.
struct Pixels {
  std::uint32_t width = 0, height = 0;
  std::string rgb;
};

/// Unpacks a PNG onto a white ground; nothing where the bytes are no PNG or it is larger than 64 million dots.
std::optional<Pixels> read_png(std::string_view bytes);

/// Unpacks the first picture of a GIF onto a white ground; nothing where the bytes are no sound GIF or it is larger than 64 million dots.
std::optional<Pixels> read_gif(std::string_view bytes);
/// Unpacks a bitmap (BMP) of 1, 4, 8, 24 or 32 bits a dot that is not packed; nothing where the bytes are none.
std::optional<Pixels> read_bmp(std::string_view bytes);
/// The picture as PNG; empty where it cannot be made.
std::string write_png(const Pixels& pixels);

/// What the head of a JPEG says.
struct JpegHead {
  std::uint32_t width = 0, height = 0;
  int parts = 0;  ///< 1 grey, 3 colour, 4 for printing presses
};

/// Reads the head of a JPEG whose data go on to its end mark.
std::optional<JpegHead> read_jpeg_head(std::string_view bytes);

}  // namespace casewright::image
