#include "base/colour.h"

#include <algorithm>
#include <charconv>
#include <cmath>

namespace casewright {
namespace {

double linear(int part) {
  const double share = part / 255.0;
  return share <= 0.04045 ? share / 12.92 : std::pow((share + 0.055) / 1.055, 2.4);
}

double luminance(const Colour& colour) {
  return 0.2126 * linear(colour.red) + 0.7152 * linear(colour.green) + 0.0722 * linear(colour.blue);
}

std::optional<int> read_part(std::string_view digits) {
  int value = 0;
  const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), value, 16);
  if (read.ec != std::errc() || read.ptr != digits.data() + digits.size()) return std::nullopt;
  return value;
}

}  // namespace

std::optional<Colour> read_colour(std::string_view text) {
  if (text.size() != 7 || text[0] != '#' || text.find_first_of("+-") != std::string_view::npos)
    return std::nullopt;
  const auto red = read_part(text.substr(1, 2));
  const auto green = read_part(text.substr(3, 2));
  const auto blue = read_part(text.substr(5, 2));
  if (!red || !green || !blue) return std::nullopt;
  return Colour{*red, *green, *blue};
}

std::string write_colour(const Colour& colour) {
  static constexpr char digits[] = "0123456789abcdef";
  std::string text = "#";
  for (const int part : {colour.red, colour.green, colour.blue}) {
    text += digits[part >> 4 & 15];
    text += digits[part & 15];
  }
  return text;
}

double contrast(const Colour& one, const Colour& other) {
  const double a = luminance(one), b = luminance(other);
  return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

bool is_faint(const Colour& letters, const Colour& ground, double points, bool strong) {
  const bool large = points >= 18 || (strong && points >= 14);
  return contrast(letters, ground) < (large ? 3 : 4.5) - 0.005;
}

Colour lightened(Colour colour, const Colour& ground, double least) {
  while (contrast(colour, ground) < least && !(colour == Colour{255, 255, 255})) {
    const auto step = [](int part) { return std::min(255, part + std::max(1, (255 - part) / 16)); };
    colour = {step(colour.red), step(colour.green), step(colour.blue)};
  }
  return colour;
}

}  // namespace casewright
