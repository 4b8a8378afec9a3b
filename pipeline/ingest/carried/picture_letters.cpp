#include "ingest/carried/picture_letters.h"

#include <algorithm>
#include <cstdlib>

#include "base/picture_file.h"
#include "foreign/image.h"
#include "ingest/carried/metafile_words.h"

namespace casewright {
namespace {

constexpr std::uint32_t least_width = 160, least_height = 60;  // dots: a logo is smaller

/// How often neighbouring dots of a row differ as ink and paper do.
std::uint32_t strokes(const pdf::Grey& grey, std::uint32_t y, std::uint32_t from, std::uint32_t to) {
  constexpr int clear_step = 64;  // of 255, over two dots
  std::uint32_t count = 0;
  int direction = 0;
  for (std::uint32_t x = from + 2; x < to; ++x) {
    const int step = int{grey.at(x, y)} - int{grey.at(x - 2, y)};
    if (std::abs(step) < clear_step) continue;
    const int now = step > 0 ? 1 : -1;
    count += now != direction;
    direction = now;
  }
  return count;
}

/// How many lines of words stand in a strip of the picture.
std::size_t lines_in(const pdf::Grey& grey, std::uint32_t from, std::uint32_t to) {
  constexpr std::uint32_t fewest = 16, least_tall = 4, most_tall = 60;  // strokes of some four letters; rows of a line
  std::size_t lines = 0;
  std::uint32_t tall = 0, most = 0;
  bool quiet_above = true;
  for (std::uint32_t y = 0; y <= grey.height; ++y) {
    const std::uint32_t count = y < grey.height ? strokes(grey, y, from, to) : 0;
    if (count >= fewest / 2) {
      ++tall;
      most = std::max(most, count);
      continue;
    }
    lines += quiet_above && most >= fewest && tall >= least_tall && tall <= most_tall;
    quiet_above = count <= fewest / 4;
    tall = most = 0;
  }
  return lines;
}

pdf::Grey grey_of(const image::Pixels& pixels) {
  pdf::Grey grey{pixels.width, pixels.height, {}};
  grey.dots.resize(std::size_t{pixels.width} * pixels.height);
  for (std::size_t at = 0; at < grey.dots.size(); ++at) {
    const auto part = [&](std::size_t i) { return static_cast<unsigned>(static_cast<unsigned char>(pixels.rgb[3 * at + i])); };
    grey.dots[at] = static_cast<std::uint8_t>((part(0) * 77 + part(1) * 151 + part(2) * 28) >> 8);
  }
  return grey;
}

bool shows_words(const std::optional<image::Pixels>& pixels) { return !pixels || may_show_words(grey_of(*pixels)); }

}  // namespace

bool may_show_words(const pdf::Grey& grey) {
  if (grey.width < least_width || grey.height < least_height) return false;
  // Words of a diagram stand at many heights: each strip is looked at by itself.
  const std::uint32_t strips = std::clamp(grey.width / 300, 1u, 8u), width = grey.width / strips;
  for (std::uint32_t strip = 0; strip < strips; ++strip)
    if (lines_in(grey, strip * width, (strip + 1) * width) > 0) return true;
  return false;
}

bool may_show_words(std::string_view bytes) {
  constexpr std::size_t half_from = 4u << 20;  // bytes of a JPEG whose words are large enough at half its size
  switch (picture_kind(bytes)) {
    case PictureKind::png: return shows_words(image::read_png(bytes));
    case PictureKind::gif: return shows_words(image::read_gif(bytes));
    case PictureKind::bmp: return shows_words(image::read_bmp(bytes));
    case PictureKind::jpeg: return may_show_words(pdf::read_jpeg(bytes, bytes.size() < half_from ? 1 : 2));
    case PictureKind::emf:
    case PictureKind::wmf:
    case PictureKind::packed_metafile: return words_of_metafile(bytes).letters_unknown;
    case PictureKind::tiff:
    case PictureKind::webp: return true;
    case PictureKind::svg:
    case PictureKind::unknown: break;
  }
  return false;
}

}  // namespace casewright
