#include "foreign/typesetting/png_writer.h"

#include <algorithm>
#include <limits>
#include <unordered_map>
#include <vector>

#include <png.h>

namespace casewright::raster {
namespace {

constexpr std::size_t most_colours = 256;

int apart(std::uint32_t a, std::uint32_t b) {
  int sum = 0;
  for (const int shift : {16, 8, 0}) {
    const int difference = static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255);
    sum += difference * difference;
  }
  return sum;
}

/// The colours that a file keeps, and for every colour of the drawing the place of the one that stands for it.
struct Palette {
  std::vector<std::uint32_t> colours;
  std::unordered_map<std::uint32_t, std::uint8_t> place;
};

Palette palette_of(const std::unordered_map<std::uint32_t, std::size_t>& counts) {
  std::vector<std::uint32_t> all;
  for (const auto& [colour, count] : counts) all.push_back(colour);
  std::sort(all.begin(), all.end(), [&counts](std::uint32_t a, std::uint32_t b) {
    const std::size_t of_a = counts.at(a), of_b = counts.at(b);
    return of_a != of_b ? of_a > of_b : a < b;
  });
  Palette palette;
  std::vector<int> away(all.size(), std::numeric_limits<int>::max());  // of each colour from the nearest that is kept
  std::vector<std::uint8_t> nearest(all.size());
  const auto keep = [&](std::size_t which) {
    const auto place = static_cast<std::uint8_t>(palette.colours.size());
    palette.colours.push_back(all[which]);
    for (std::size_t i = 0; i < all.size(); ++i)
      if (const int now = apart(all[i], all[which]); now < away[i]) away[i] = now, nearest[i] = place;
  };
  // The commonest as they are; of the others each time the one that is furthest from all that are kept.
  for (std::size_t i = 0; i < std::min(all.size(), most_colours / 2); ++i) keep(i);
  while (palette.colours.size() < std::min(all.size(), most_colours)) keep(static_cast<std::size_t>(std::max_element(away.begin(), away.end()) - away.begin()));
  for (std::size_t i = 0; i < all.size(); ++i) palette.place.emplace(all[i], nearest[i]);
  return palette;
}

/// Calls `visit` with each run of dots of one colour in a row.
template <class Visit>
void each_run(const std::uint32_t* row, std::size_t width, Visit visit) {
  for (std::size_t at = 0; at < width;) {
    const std::uint32_t colour = row[at] & 0xFFFFFF;
    std::size_t end = at + 1;
    while (end < width && (row[end] & 0xFFFFFF) == colour) ++end;
    visit(colour, at, end);
    at = end;
  }
}

}  // namespace

std::string png_of(const std::uint32_t* dots, std::size_t width, std::size_t height, std::size_t row_length) {
  std::unordered_map<std::uint32_t, std::size_t> counts;
  for (std::size_t y = 0; y < height; ++y) each_run(dots + y * row_length, width, [&counts](std::uint32_t colour, std::size_t from, std::size_t to) { counts[colour] += to - from; });
  const Palette palette = palette_of(counts);
  std::vector<std::uint8_t> places(width * height), colours;
  for (std::size_t y = 0; y < height; ++y)
    each_run(dots + y * row_length, width, [&](std::uint32_t colour, std::size_t from, std::size_t to) { std::fill(places.data() + y * width + from, places.data() + y * width + to, palette.place.at(colour)); });
  for (const std::uint32_t each : palette.colours)
    for (const int shift : {16, 8, 0}) colours.push_back(static_cast<std::uint8_t>(each >> shift & 255));
  png_image picture{};
  picture.version = PNG_IMAGE_VERSION;
  picture.width = static_cast<png_uint_32>(width);
  picture.height = static_cast<png_uint_32>(height);
  picture.format = PNG_FORMAT_RGB_COLORMAP;
  picture.colormap_entries = static_cast<png_uint_32>(palette.colours.size());
  png_alloc_size_t size = PNG_IMAGE_PNG_SIZE_MAX(picture);
  std::string bytes(size, '\0');
  if (png_image_write_to_memory(&picture, bytes.data(), &size, 0, places.data(), 0, colours.data()) == 0) return {};
  bytes.resize(size);
  return bytes;
}

}  // namespace casewright::raster
