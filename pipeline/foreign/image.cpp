#include "foreign/image.h"

#include <algorithm>
#include <vector>

#include <png.h>

#include "base/picture_file.h"

namespace casewright::image {
namespace {

constexpr std::uint64_t most_dots = 64'000'000;

/// The dots of a GIF's picture as numbers of colours, unpacked from its codes (GIF89a, appendix F).
std::vector<unsigned char> gif_dots(std::string_view packed, unsigned least_bits, std::size_t count) {
  constexpr unsigned most_codes = 4096;
  std::vector<unsigned char> dots;
  if (least_bits < 1 || least_bits > 8) return dots;
  dots.reserve(count);
  const unsigned clear = 1u << least_bits, end = clear + 1;
  std::vector<std::uint16_t> before(most_codes), length(most_codes, 1);
  std::vector<unsigned char> last(most_codes), first(most_codes);
  for (unsigned code = 0; code < clear; ++code) last[code] = first[code] = static_cast<unsigned char>(code);
  unsigned bits = least_bits + 1, next = end + 1, previous = most_codes, held = 0, ready = 0;
  for (const char each : packed) {
    held |= static_cast<unsigned>(static_cast<unsigned char>(each)) << ready;
    ready += 8;
    for (; ready >= bits && dots.size() < count; ) {
      const unsigned code = held & ((1u << bits) - 1);
      held >>= bits;
      ready -= bits;
      if (code == end) return dots;
      if (code == clear) {
        bits = least_bits + 1, next = end + 1, previous = most_codes;
        continue;
      }
      if (code > next || (code == next && previous == most_codes) || (previous == most_codes && code > end)) return dots;
      if (previous != most_codes && next < most_codes) {
        before[next] = static_cast<std::uint16_t>(previous);
        first[next] = first[previous];
        length[next] = static_cast<std::uint16_t>(length[previous] + 1);
        last[next] = first[code == next ? previous : code];
        ++next;
      } else if (code >= next) {
        return dots;
      }
      const std::size_t from = dots.size();
      dots.resize(from + length[code]);
      for (unsigned at = code, i = length[code]; i-- > 0; at = before[at]) dots[from + i] = last[at];
      if (next == 1u << bits && bits < 12) ++bits;
      previous = code;
    }
  }
  return dots;
}

}  // namespace

std::optional<Pixels> read_gif(std::string_view bytes) {
  if (picture_kind(bytes) != PictureKind::gif || bytes.size() < 13) return std::nullopt;
  const auto byte = [bytes](std::size_t at) { return at < bytes.size() ? static_cast<unsigned char>(bytes[at]) : static_cast<unsigned char>(0); };
  Pixels pixels{little_endian(bytes, 6, 2), little_endian(bytes, 8, 2), {}};
  if (pixels.width == 0 || pixels.height == 0 || std::uint64_t{pixels.width} * pixels.height > most_dots) return std::nullopt;
  pixels.rgb.assign(std::size_t{3} * pixels.width * pixels.height, '\xFF');
  int clear = -1;
  bool drawn = false;
  each_gif_block(bytes, [&](GifBlock what, std::string_view whole) {
    const auto in = [whole](std::size_t at) { return at < whole.size() ? static_cast<unsigned char>(whole[at]) : static_cast<unsigned char>(0); };
    if (drawn) return;
    if (what == GifBlock::timing) clear = (in(3) & 1) != 0 ? in(6) : -1;
    if (what != GifBlock::picture) return;
    drawn = true;
    const bool own_colours = (in(9) & 0x80) != 0, woven = (in(9) & 0x40) != 0;
    const std::size_t data = own_colours ? 10 + (std::size_t{3} << ((in(9) & 7) + 1)) : 10;
    const std::string_view colours = own_colours ? whole.substr(10) : bytes.substr(13);
    std::string packed;
    for (std::size_t at = data + 1; at < whole.size() && in(at) != 0; at += 1u + in(at)) packed += whole.substr(at + 1, in(at));
    const std::uint32_t left = little_endian(whole, 1, 2), top = little_endian(whole, 3, 2), width = little_endian(whole, 5, 2), height = little_endian(whole, 7, 2);
    if (width == 0 || std::uint64_t{width} * height > most_dots) return;
    const std::vector<unsigned char> dots = gif_dots(packed, in(data), std::size_t{width} * height);
    std::vector<std::uint32_t> rows;
    for (const auto& [from, step] : woven ? std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 8}, {4, 8}, {2, 4}, {1, 2}} : std::vector<std::pair<std::uint32_t, std::uint32_t>>{{0, 1}})
      for (std::uint32_t y = from; y < height; y += step) rows.push_back(y);
    for (std::size_t at = 0; at < dots.size(); ++at) {
      const std::size_t x = left + at % width, y = top + rows[std::min(at / width, rows.size() - 1)], colour = std::size_t{3} * dots[at];
      if (x >= pixels.width || y >= pixels.height || dots[at] == clear || colour + 3 > colours.size()) continue;
      std::copy_n(colours.begin() + static_cast<std::ptrdiff_t>(colour), 3, pixels.rgb.begin() + static_cast<std::ptrdiff_t>(3 * (y * pixels.width + x)));
    }
  });
  if (byte(0) == 0 || !drawn) return std::nullopt;
  return pixels;
}

std::optional<Pixels> read_bmp(std::string_view bytes) {
  if (picture_kind(bytes) != PictureKind::bmp) return std::nullopt;
  const std::size_t dots = little_endian(bytes, 10, 4), head = little_endian(bytes, 14, 4);
  const auto tall = static_cast<std::int32_t>(little_endian(bytes, 22, 4));
  const std::uint32_t bits = little_endian(bytes, 28, 2), packing = little_endian(bytes, 30, 4);
  Pixels pixels{little_endian(bytes, 18, 4), static_cast<std::uint32_t>(tall < 0 ? -std::int64_t{tall} : tall), {}};
  const bool known = head >= 40 && (packing == 0 || (packing == 3 && bits == 32)) && (bits == 1 || bits == 4 || bits == 8 || bits == 24 || bits == 32);
  const std::uint64_t row = (std::uint64_t{pixels.width} * bits + 31) / 32 * 4;
  if (!known || pixels.width == 0 || pixels.height == 0 || std::uint64_t{pixels.width} * pixels.height > most_dots || dots + row * pixels.height > bytes.size()) return std::nullopt;
  pixels.rgb.resize(std::size_t{3} * pixels.width * pixels.height);
  char* to = pixels.rgb.data();
  for (std::uint32_t y = 0; y < pixels.height; ++y) {
    const std::string_view line = bytes.substr(dots + row * (tall < 0 ? y : pixels.height - 1 - y), row);
    for (std::uint32_t x = 0; x < pixels.width; ++x, to += 3) {
      std::size_t colour = std::size_t{x} * bits / 8;
      std::string_view from = line;
      if (bits <= 8) {
        const unsigned shift = 8 - bits - x * bits % 8;
        colour = 14 + head + std::size_t{4} * (static_cast<unsigned>(static_cast<unsigned char>(line[colour])) >> shift & ((1u << bits) - 1));
        from = bytes;
      }
      for (std::size_t part = 0; part < 3; ++part) to[part] = colour + 2 < from.size() ? from[colour + 2 - part] : '\0';
    }
  }
  return pixels;
}

std::string write_png(const Pixels& pixels) {
  png_image picture{};
  picture.version = PNG_IMAGE_VERSION;
  picture.width = pixels.width;
  picture.height = pixels.height;
  picture.format = PNG_FORMAT_RGB;
  std::string bytes(PNG_IMAGE_PNG_SIZE_MAX(picture), '\0');
  png_alloc_size_t size = bytes.size();
  const bool made = png_image_write_to_memory(&picture, bytes.data(), &size, 0, pixels.rgb.data(), 0, nullptr) != 0;
  png_image_free(&picture);
  bytes.resize(made ? size : 0);
  return bytes;
}

std::optional<Pixels> read_png(std::string_view bytes) {
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
