#include "ingest/carried/picture_marks.h"

#include <algorithm>
#include <cstdlib>
#include <set>
#include <vector>

namespace casewright {
namespace {

constexpr std::uint32_t tile = 48;   // dots of the squares that a mosaic is looked for in
constexpr std::uint32_t patch = 16;  // of those in which sharpness is measured

/// True where a square of a picture has so few greys that it can show neither a face nor letters.
bool is_flat(const pdf::Grey& grey, std::uint32_t left, std::uint32_t top) {
  std::uint64_t greys = 0;
  for (std::uint32_t y = 1; y < tile; y += 3)
    for (std::uint32_t x = 1; x < tile; x += 3) greys |= 1ull << (grey.at(left + x, top + y) / 6);
  return __builtin_popcountll(greys) < 5;
}

/// Whether one square of a picture is a mosaic: few upright and few level edges, evenly apart, between many greys.
bool is_mosaic(const pdf::Grey& grey, std::uint32_t left, std::uint32_t top) {
  constexpr int strong = 4;
  if (is_flat(grey, left, top)) return false;
  std::vector<std::uint32_t> columns, rows;
  for (std::uint32_t x = 1; x < tile; ++x) {
    int sum = 0, flat = 0;
    for (std::uint32_t y = 0; y < tile; ++y) {
      const int step = std::abs(grey.at(left + x, top + y) - grey.at(left + x - 1, top + y));
      sum += step;
      flat += step <= 2;
    }
    if (sum > strong * static_cast<int>(tile)) columns.push_back(x);
    else if (flat < static_cast<int>(tile * 8 / 10)) return false;
  }
  for (std::uint32_t y = 1; y < tile; ++y) {
    int sum = 0;
    for (std::uint32_t x = 0; x < tile; ++x) sum += std::abs(grey.at(left + x, top + y) - grey.at(left + x, top + y - 1));
    if (sum > strong * static_cast<int>(tile)) rows.push_back(y);
  }
  const auto even = [](const std::vector<std::uint32_t>& edges) {
    if (edges.size() < 3 || edges.size() > tile / 4) return false;
    const std::uint32_t apart = edges[1] - edges[0];
    for (std::size_t i = 1; i < edges.size(); ++i)
      if (edges[i] - edges[i - 1] != apart) return false;
    return apart >= 3;
  };
  if (!even(columns) || !even(rows) || columns[1] - columns[0] != rows[1] - rows[0]) return false;
  std::set<int> greys;
  for (const std::uint32_t x : columns)
    for (const std::uint32_t y : rows) greys.insert(grey.at(left + x, top + y) / 6);
  return greys.size() >= 5;
}

/// How a small square of a picture is drawn.
enum class Drawn : std::uint8_t { flat, smooth, shaded, sharp };

/// What dots and their neighbours say of one small square.
struct Texture {
  int least = 255, most = 0, steepest = 0;
  int bends = 0;                  ///< how much the steps from dot to dot change, summed
  std::uint32_t turns = 0;        ///< rows and columns in which light and dark take turns
};

void learn_line(const pdf::Grey& grey, std::uint32_t x, std::uint32_t y, std::uint32_t dx, std::uint32_t dy, Texture& texture) {
  int before = 0, up = 0, down = 0;
  for (std::uint32_t i = 0; i < patch; ++i) {
    const int here = grey.at(x + i * dx, y + i * dy);
    texture.least = std::min(texture.least, here);
    texture.most = std::max(texture.most, here);
    if (i == 0) continue;
    const int step = here - grey.at(x + (i - 1) * dx, y + (i - 1) * dy);
    texture.steepest = std::max(texture.steepest, std::abs(step));
    if (i > 1) texture.bends += std::abs(step - before);
    before = step;
    (step > 0 ? up : down) += std::abs(step);
  }
  texture.turns += up >= 4 && down >= 4;
}

Drawn drawn_at(const pdf::Grey& grey, std::uint32_t left, std::uint32_t top) {
  Texture texture;
  for (std::uint32_t i = 0; i < patch; ++i) {
    learn_line(grey, left, top + i, 1, 0, texture);
    learn_line(grey, left + i, top, 0, 1, texture);
  }
  const int range = texture.most - texture.least;
  if (range < 5) return Drawn::flat;
  if (texture.steepest >= 22) return Drawn::sharp;
  constexpr int lines = 2 * patch * (patch - 2);
  // A plain shade goes one way; what was blurred had light and dark in it: look_from() asks for that.
  const bool smooth = texture.steepest <= std::max(3, range / 4) && 10 * texture.bends <= 14 * lines;
  return smooth ? Drawn::smooth : Drawn::shaded;
}

/// The small squares of a picture, and which of them lie together.
class Sharpness {
 public:
  explicit Sharpness(const pdf::Grey& grey) : grey_(grey), columns_(grey.width / patch), rows_(grey.height / patch) {
    for (std::uint32_t row = 0; row < rows_; ++row)
      for (std::uint32_t column = 0; column < columns_; ++column) drawn_.push_back(drawn_at(grey, column * patch, row * patch));
    taken_.assign(drawn_.size(), false);
  }

  std::optional<PicturePart> blurred() {
    const auto sharp = static_cast<std::size_t>(std::count(drawn_.begin(), drawn_.end(), Drawn::sharp));
    if (columns_ < 6 || rows_ < 6 || 6 * sharp < drawn_.size()) return std::nullopt;
    for (std::uint32_t at = 0; at < drawn_.size(); ++at)
      if (drawn_[at] == Drawn::smooth && !taken_[at])
        if (auto part = look_from(at)) return part;
    return std::nullopt;
  }

 private:
  /// The part that lies together with this square, where it looks as if somebody had blurred it.
  std::optional<PicturePart> look_from(std::uint32_t first) {
    constexpr std::size_t fewest = 5, most = 2'000;
    std::vector<std::uint32_t> open{first}, all;
    taken_[first] = true;
    std::uint32_t left = columns_, top = rows_, right = 0, bottom = 0;
    std::size_t edge = 0, sharp_edge = 0;
    while (!open.empty()) {
      const std::uint32_t at = open.back(), column = at % columns_, row = at / columns_;
      open.pop_back();
      all.push_back(at);
      left = std::min(left, column), right = std::max(right, column);
      top = std::min(top, row), bottom = std::max(bottom, row);
      const auto look = [&](bool inside, std::uint32_t next) {
        ++edge;
        if (!inside) return;
        if (drawn_[next] != Drawn::smooth) {
          sharp_edge += drawn_[next] == Drawn::sharp;
          return;
        }
        --edge;
        if (taken_[next]) return;
        taken_[next] = true;
        open.push_back(next);
      };
      look(column > 0, at - 1);
      look(column + 1 < columns_, at + 1);
      look(row > 0, at - columns_);
      look(row + 1 < rows_, at + columns_);
    }
    const bool at_border = left == 0 || top == 0 || right + 1 == columns_ || bottom + 1 == rows_;
    if (at_border || all.size() < fewest || all.size() > most || 3 * all.size() > drawn_.size() || 5 * sharp_edge < 3 * edge) return std::nullopt;
    if (2 * all.size() < static_cast<std::size_t>(right - left + 1) * (bottom - top + 1)) return std::nullopt;
    if (!is_lively(all)) return std::nullopt;
    return PicturePart{left * patch, top * patch, (right + 1) * patch, (bottom + 1) * patch};
  }

  /// True where light and dark take turns, within the squares or from one to the next: a plain shade goes one way.
  bool is_lively(const std::vector<std::uint32_t>& all) const {
    std::size_t within = 0, between = 0;
    for (const std::uint32_t at : all) {
      within += takes_turns(at);
      between += bends(at, 1, all) || bends(at, columns_, all);
    }
    return 3 * within >= all.size() || 5 * between >= all.size();
  }

  bool bends(std::uint32_t at, std::uint32_t step, const std::vector<std::uint32_t>& all) const {
    const auto inside = [&all](std::uint32_t each) { return std::find(all.begin(), all.end(), each) != all.end(); };
    if (at < step || !inside(at - step) || !inside(at + step)) return false;
    return std::abs(mean(at - step) - 2 * mean(at) + mean(at + step)) >= 6;
  }

  int mean(std::uint32_t at) const {
    int sum = 0;
    for (std::uint32_t y = 0; y < patch; ++y)
      for (std::uint32_t x = 0; x < patch; ++x) sum += grey_.at(at % columns_ * patch + x, at / columns_ * patch + y);
    return sum / static_cast<int>(patch * patch);
  }

  bool takes_turns(std::uint32_t at) const {
    Texture texture;
    for (std::uint32_t i = 0; i < patch; ++i) {
      learn_line(grey_, at % columns_ * patch, at / columns_ * patch + i, 1, 0, texture);
      learn_line(grey_, at % columns_ * patch + i, at / columns_ * patch, 0, 1, texture);
    }
    return texture.turns >= patch / 4;
  }

  const pdf::Grey& grey_;
  std::uint32_t columns_, rows_;
  std::vector<Drawn> drawn_;
  std::vector<bool> taken_;
};

}  // namespace

std::optional<PicturePart> mosaic_in(const pdf::Grey& grey) {
  std::size_t mosaics = 0, all = 0;
  PicturePart part{grey.width, grey.height, 0, 0};
  for (std::uint32_t top = 0; top + tile <= grey.height; top += tile / 2)
    for (std::uint32_t left = 0; left + tile <= grey.width; left += tile / 2) {
      ++all;
      if (!is_mosaic(grey, left, top)) continue;
      ++mosaics;
      part = {std::min(part.left, left), std::min(part.top, top), std::max(part.right, left + tile), std::max(part.bottom, top + tile)};
    }
  if (mosaics < 2 || 10 * mosaics > 7 * all) return std::nullopt;
  return part;
}

std::optional<PicturePart> blur_in(const pdf::Grey& grey) { return Sharpness(grey).blurred(); }

float hidden_content(const pdf::Grey& grey, const Shows& shows) {
  constexpr int sees_nothing = 13;
  std::size_t all = 0, hidden = 0;
  for (std::uint32_t top = 0; top + patch <= grey.height; top += patch)
    for (std::uint32_t left = 0; left + patch <= grey.width; left += patch) {
      ++all;
      int least = 255, most = 0, shown = 0;
      std::uint64_t greys = 0;
      for (std::uint32_t y = top; y < top + patch && shown < sees_nothing; y += 3)
        for (std::uint32_t x = left; x < left + patch; x += 3) {
          const int here = grey.at(x, y);
          least = std::min(least, here), most = std::max(most, here);
          greys |= 1ull << (here / 6);
          shown = std::max(shown, shows((static_cast<float>(x) + 0.5f) / static_cast<float>(grey.width), (static_cast<float>(y) + 0.5f) / static_cast<float>(grey.height)));
        }
      hidden += shown < sees_nothing && most - least >= 24 && __builtin_popcountll(greys) >= 4;
    }
  return all == 0 ? 0 : static_cast<float>(hidden) / static_cast<float>(all);
}

}  // namespace casewright
