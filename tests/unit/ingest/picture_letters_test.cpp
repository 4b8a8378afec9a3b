#include "ingest/carried/picture_letters.h"

#include <catch2/catch.hpp>

#include "foreign/image.h"

using namespace casewright;

namespace {

/// A picture of which `ink` says for each place whether it is dark.
template <class Ink>
pdf::Grey picture(std::uint32_t width, std::uint32_t height, Ink ink) {
  pdf::Grey grey{width, height, {}};
  for (std::uint32_t y = 0; y < height; ++y)
    for (std::uint32_t x = 0; x < width; ++x) grey.dots.push_back(ink(x, y) ? 20 : 250);
  return grey;
}

/// Uprights as those of letters, two dots wide, on a line of ten rows.
bool in_words(std::uint32_t x, std::uint32_t y) { return y % 30 > 10 && y % 30 < 20 && x % 6 < 2 && x > 20; }

}  // namespace

TEST_CASE("lines of strokes with quiet rows between them may be words") {
  CHECK(may_show_words(picture(400, 200, in_words)));
  CHECK(may_show_words(picture(1600, 200, [](auto x, auto y) { return x > 1300 && in_words(x, y); })));  // at its edge
}

TEST_CASE("a logo, a chart without labels, a hatched ground and a soft picture show none") {
  CHECK_FALSE(may_show_words(picture(140, 200, in_words)));
  CHECK_FALSE(may_show_words(picture(400, 50, in_words)));
  CHECK_FALSE(may_show_words(picture(400, 200, [](auto x, auto y) { return x % 80 > 40 && y > x / 4; })));
  CHECK_FALSE(may_show_words(picture(400, 200, [](auto x, auto) { return x % 6 < 2; })));
  pdf::Grey hills{400, 200, {}};
  for (std::uint32_t y = 0; y < 200; ++y)
    for (std::uint32_t x = 0; x < 400; ++x) hills.dots.push_back(static_cast<std::uint8_t>(200 - y / 2 + (x * y) % 9));
  CHECK_FALSE(may_show_words(hills));
}

TEST_CASE("the same of a file, and of one that nobody can unpack") {
  image::Pixels pixels{400, 200, {}};
  for (const std::uint8_t dot : picture(400, 200, in_words).dots) pixels.rgb += std::string(3, static_cast<char>(dot));
  CHECK(may_show_words(image::write_png(pixels)));
  pixels.rgb.assign(pixels.rgb.size(), '\x80');
  CHECK_FALSE(may_show_words(image::write_png(pixels)));
  CHECK(may_show_words(std::string("II*\0\x08\0\0\0", 8)));
}
