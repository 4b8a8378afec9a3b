#include "foreign/pdf/pdf_trial.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

#include <poppler/GfxState.h>
#include <poppler/PDFDoc.h>
#include <poppler/SplashOutputDev.h>
#include <poppler/splash/SplashBitmap.h>

#include "foreign/pdf/pdf_deadline.h"
#include "foreign/pdf/pdf_page_frame.h"

namespace casewright::pdf {
namespace {

constexpr double dots_per_inch = 108, dots_of_point = dots_per_inch / 72;
constexpr double most_trial_pixels = 12'000'000;
constexpr std::chrono::seconds longest_trial{8};
constexpr int nearly_same = 15;  // of 255: no eye tells such colours apart
constexpr float low = 0.08F, high = 0.48F;  // of the size: where letters have their ink, over the line that they stand on

/// The places on a page at which letters are asked for, in squares.
class Places {
 public:
  Places(const std::vector<Box>& letters, double width, double height) : columns_(static_cast<std::size_t>(width / square) + 1), rows_(static_cast<std::size_t>(height / square) + 1), marked_(columns_ * rows_) {
    for (const Box& each : letters)
      for (std::size_t row = row_of(each.top); row <= row_of(each.bottom); ++row)
        for (std::size_t column = column_of(each.left); column <= column_of(each.right); ++column) marked_[row * columns_ + column] = true;
  }
  bool hold(double x, double y) const { return marked_[row_of(y) * columns_ + column_of(x)]; }

 private:
  static constexpr double square = 4;  // points
  std::size_t column_of(double x) const { return static_cast<std::size_t>(std::clamp(x / square, 0.0, static_cast<double>(columns_ - 1))); }
  std::size_t row_of(double y) const { return static_cast<std::size_t>(std::clamp(y / square, 0.0, static_cast<double>(rows_ - 1))); }
  std::size_t columns_, rows_;
  std::vector<bool> marked_;
};

/// Paints a page without its letters, or with some of them as blocks.
class BlockDevice final : public SplashOutputDev {
 public:
  BlockDevice(SplashColorPtr paper, const Places* places) : SplashOutputDev(splashModeRGB8, 1, false, paper, true, splashThinLineDefault), places_(places) { setVectorAntialias(false); }

  bool interpretType3Chars() override { return false; }

  void drawChar(GfxState* state, double x, double y, double dx, double dy, double origin_x, double origin_y, CharCode, int, const Unicode*, int) override {
    const int render = state->getRender();
    const bool paints = (render & 3) != 3, cuts = (render & 4) != 0;
    cuts_ |= cuts;
    if (places_ == nullptr || (!paints && !cuts)) return;
    const double* matrix = state->getTextMat();
    const double up_x = matrix[2] * state->getFontSize(), up_y = matrix[3] * state->getFontSize();
    const double from_x = x - origin_x, from_y = y - origin_y;
    double at_x, at_y;
    state->transform(from_x + dx / 2 + up_x / 4, from_y + dy / 2 + up_y / 4, &at_x, &at_y);
    if (!places_->hold(at_x / dots_of_point, at_y / dots_of_point)) return;
    const Corners block{{{from_x + low * up_x, from_y + low * up_y}, {from_x + dx + low * up_x, from_y + dy + low * up_y}, {from_x + dx + high * up_x, from_y + dy + high * up_y}, {from_x + high * up_x, from_y + high * up_y}}};
    if (cuts) blocks_.push_back(block);
    if (paints) with_path(state, {block}, [&] { fill(state); });
  }

  /// Letters that are filled with a shade or a pattern, or cut out of a picture, are an outline for what is painted next.
  void endTextObject(GfxState* state) override {
    if (cuts_) with_path(state, blocks_, [&] { clip(state); });
    cuts_ = false;
    blocks_.clear();
  }

 private:
  using Corners = std::array<std::pair<double, double>, 4>;

  /// A path moves the place at which Poppler goes on with its line of text.
  template <class Act>
  static void with_path(GfxState* state, const std::vector<Corners>& blocks, Act act) {
    const double here_x = state->getCurX(), here_y = state->getCurY();
    state->clearPath();
    for (const Corners& block : blocks) {
      state->moveTo(block[0].first, block[0].second);
      for (std::size_t corner = 1; corner < block.size(); ++corner) state->lineTo(block[corner].first, block[corner].second);
      state->closePath();
    }
    act();
    state->clearPath();
    state->moveTo(here_x, here_y);
    state->clearPath();
  }

  const Places* places_;
  bool cuts_ = false;            ///< letters of this text are an outline for others
  std::vector<Corners> blocks_;  ///< of those letters, where they were asked for
};

/// The page's dots, three bytes each.
std::vector<unsigned char> paint(PDFDoc& document, std::uint32_t page, const Places* places, int& width, int& height) {
  SplashColor white = {255, 255, 255};
  BlockDevice device(white, places);
  device.startDoc(&document);
  Deadline deadline(longest_trial);
  document.displayPage(&device, static_cast<int>(page), dots_per_inch, dots_per_inch, 0, false, true, false, &Deadline::passed, &deadline);
  SplashBitmap* picture = device.getBitmap();
  if (picture == nullptr || picture->getWidth() <= 0 || picture->getHeight() <= 0 || deadline.is_over()) return {};
  width = picture->getWidth();
  height = picture->getHeight();
  const auto row_size = static_cast<std::ptrdiff_t>(3) * width;
  std::vector<unsigned char> dots(static_cast<std::size_t>(row_size) * static_cast<std::size_t>(height));
  for (std::ptrdiff_t row = 0; row < height; ++row) std::copy_n(picture->getDataPtr() + row * picture->getRowSize(), row_size, dots.begin() + row * row_size);
  return dots;
}

}  // namespace

Trial paint_trial(PDFDoc& document, std::uint32_t page, const std::vector<Box>& letters) {
  Trial trial;
  ::Page* shown = document.getPage(static_cast<int>(page));
  if (shown == nullptr) return trial;
  const PageFrame frame(*shown);
  const double wide = std::max(1.0F, frame.width()), tall = std::max(1.0F, frame.height());
  if (wide * tall * dots_of_point * dots_of_point > most_trial_pixels) return trial;
  const Places places(letters, wide, tall);
  int width = 0, height = 0, same_width = 0, same_height = 0;
  const std::vector<unsigned char> without = paint(document, page, nullptr, width, height);
  const std::vector<unsigned char> with = without.empty() ? without : paint(document, page, &places, same_width, same_height);
  if (with.empty() || with.size() != without.size()) return trial;
  trial.painted = true;
  const auto dot = [](float points, int most) { return std::clamp(static_cast<int>(std::lround(points * dots_of_point)), 0, most - 1); };
  for (const Box& each : letters) {
    const int left = dot(each.left, width), top = dot(each.top, height), right = std::max(left + 1, dot(each.right, width)), bottom = std::max(top + 1, dot(each.bottom, height));
    int all = 0, differ = 0;
    for (int y = top; y < std::min(bottom, height); ++y)
      for (int x = left; x < std::min(right, width); ++x) {
        const std::size_t at = 3 * (static_cast<std::size_t>(y) * static_cast<std::size_t>(width) + static_cast<std::size_t>(x));
        int most = 0;
        for (std::size_t part = 0; part < 3; ++part) most = std::max(most, std::abs(static_cast<int>(with[at + part]) - static_cast<int>(without[at + part])));
        ++all;
        differ += most >= nearly_same;
      }
    trial.shows.push_back(all == 0 ? 1 : static_cast<float>(differ) / static_cast<float>(all));
  }
  return trial;
}

}  // namespace casewright::pdf
