#include <algorithm>
#include <cstdlib>

#include <catch2/catch.hpp>

#include "foreign/image.h"
#include "foreign/typesetting/canvas.h"

using namespace casewright;

namespace {

Colour at(const image::Pixels& pixels, std::size_t x, std::size_t y) {
  const auto part = [&](std::size_t which) { return static_cast<int>(static_cast<unsigned char>(pixels.rgb[3 * (y * pixels.width + x) + which])); };
  return {part(0), part(1), part(2)};
}

int apart(const Colour& a, const Colour& b) {
  return std::max({std::abs(a.red - b.red), std::abs(a.green - b.green), std::abs(a.blue - b.blue)});
}

}  // namespace

TEST_CASE("a drawing of few colours is kept as it is") {
  const auto canvas = raster::canvas(20, 10, 1, {255, 255, 255});
  const Colour ink{21, 87, 120};
  canvas->rectangle(4, 2, 6, 5, &ink, nullptr, 0);
  const auto read = image::read_png(canvas->png());
  REQUIRE(read);
  CHECK((read->width == 20 && read->height == 10));
  CHECK(apart(at(*read, 0, 0), {255, 255, 255}) == 0);
  CHECK(apart(at(*read, 6, 4), ink) == 0);
}

TEST_CASE("a drawing of more colours than a palette holds keeps the commonest and comes near to the others") {
  const auto canvas = raster::canvas(400, 40, 1, {255, 255, 255});
  for (int x = 0; x < 400; ++x) {
    const Colour ink{x % 200 + 20, x / 2, 90};
    canvas->rectangle(static_cast<float>(x), 10, 1, x == 7 ? 30.0F : 1.0F, &ink, nullptr, 0);
  }
  const auto read = image::read_png(canvas->png());
  REQUIRE(read);
  CHECK(apart(at(*read, 7, 30), {27, 3, 90}) == 0);
  int furthest = 0;
  for (int x = 0; x < 400; ++x) furthest = std::max(furthest, apart(at(*read, static_cast<std::size_t>(x), 10), {x % 200 + 20, x / 2, 90}));
  CHECK(furthest > 0);
  CHECK(furthest <= 8);
}
