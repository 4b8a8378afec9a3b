#include "ingest/carried/picture_thumbnail.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "foreign/pdf/pdf_picture.h"

namespace casewright {
namespace {

constexpr std::size_t columns = 16, rows = 12;
using Cells = std::array<double, columns * rows>;

/// A part of a picture, from `left` and `top` on.
struct Cut {
  std::uint32_t left, top, width, height;
};

/// The picture without the black bars that cameras add to fit it into the shape of a thumbnail.
Cut without_bars(const pdf::Grey& grey) {
  constexpr std::uint8_t black = 24;
  const auto dark_row = [&](std::uint32_t y) { return std::all_of(grey.dots.begin() + static_cast<std::ptrdiff_t>(y) * grey.width, grey.dots.begin() + static_cast<std::ptrdiff_t>(y + 1) * grey.width, [](std::uint8_t dot) { return dot < black; }); };
  const auto dark_column = [&](std::uint32_t x) {
    for (std::uint32_t y = 0; y < grey.height; ++y)
      if (grey.at(x, y) >= black) return false;
    return true;
  };
  std::uint32_t top = 0, bottom = grey.height, left = 0, right = grey.width;
  while (top + 1 < bottom && dark_row(top)) ++top;
  while (bottom > top + 1 && dark_row(bottom - 1)) --bottom;
  while (left + 1 < right && dark_column(left)) ++left;
  while (right > left + 1 && dark_column(right - 1)) --right;
  return {left, top, right - left, bottom - top};
}

Cells cells_of(const pdf::Grey& grey, const Cut& cut) {
  Cells cells{};
  for (std::size_t row = 0; row < rows; ++row)
    for (std::size_t column = 0; column < columns; ++column) {
      const auto from = [](std::size_t at, std::size_t parts, std::uint32_t size) { return static_cast<std::uint32_t>(at * size / parts); };
      const std::uint32_t x1 = from(column, columns, cut.width), y1 = from(row, rows, cut.height);
      const std::uint32_t x2 = std::max(x1 + 1, from(column + 1, columns, cut.width)), y2 = std::max(y1 + 1, from(row + 1, rows, cut.height));
      double sum = 0;
      for (std::uint32_t y = y1; y < y2; ++y)
        for (std::uint32_t x = x1; x < x2; ++x) sum += grey.at(std::min(cut.left + x, grey.width - 1), std::min(cut.top + y, grey.height - 1));
      cells[row * columns + column] = sum / ((x2 - x1) * (y2 - y1));
    }
  return cells;
}

/// True where some part differs by more than light and contrast of the whole can explain.
bool differ(const Cells& small, const Cells& whole) {
  constexpr double most = 45;  // of 255
  std::array<double, columns * rows> apart{};
  std::transform(small.begin(), small.end(), whole.begin(), apart.begin(), [](double a, double b) { return b - a; });
  std::array<double, columns * rows> sorted = apart;
  std::nth_element(sorted.begin(), sorted.begin() + sorted.size() / 2, sorted.end());
  const double usual = sorted[sorted.size() / 2];
  const auto odd = std::count_if(apart.begin(), apart.end(), [usual](double each) { return std::abs(each - usual) > most; });
  // A picture made harder or softer differs everywhere.
  return odd >= 2 && odd < static_cast<std::ptrdiff_t>(apart.size() / 2);
}

}  // namespace

Thumbnail compare_thumbnail(std::string_view picture, std::string_view thumbnail) {
  constexpr double alike = 0.07;
  constexpr int eighth = 8;
  const pdf::Grey small = pdf::read_jpeg(thumbnail, 1);
  pdf::Grey whole = pdf::read_jpeg(picture, eighth);
  if (!whole.dots.empty() && (whole.width < 4 * columns || whole.height < 4 * rows)) whole = pdf::read_jpeg(picture, 1);
  if (small.width < columns || small.height < rows || whole.width < columns || whole.height < rows) return Thumbnail::unknown;
  const Cut all{0, 0, small.width, small.height}, bare = without_bars(small), full{0, 0, whole.width, whole.height};
  const auto shape = [](const Cut& cut) { return static_cast<double>(cut.width) / cut.height; };
  const double of_whole = shape(full);
  const auto fits = [&](const Cut& cut) { return std::abs(shape(cut) / of_whole - 1) < alike; };
  const bool bars = !fits(all) && fits(bare);
  if (!fits(all) && !bars) return Thumbnail::shows_more;
  return differ(cells_of(small, bars ? bare : all), cells_of(whole, full)) ? Thumbnail::shows_otherwise : Thumbnail::same;
}

}  // namespace casewright
