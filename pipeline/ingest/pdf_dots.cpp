#include "ingest/pdf_dots.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "foreign/pdf_picture.h"
#include "ingest/image_facts.h"
#include "ingest/pdf_boxes.h"

namespace casewright {
namespace {

constexpr std::uint32_t scan_side = 500;       // dots: a line of text is then some five dots high
constexpr std::uint32_t picture_side = 700;
constexpr int dark = 90;
constexpr std::uint32_t tile = 48;

/// A picture on the page, and where its dots lie.
struct Placed {
  pdf::Grey grey;
  Box whole;
  std::uint32_t order = 0;

  float x_of(float x) const { return (x - whole.left) / wide(whole) * static_cast<float>(grey.width); }
  float y_of(float y) const { return (y - whole.top) / tall(whole) * static_cast<float>(grey.height); }
};

/// The picture with its dots, where it stands upright.
std::optional<Placed> placed(pdf::File& file, const pdf::Paint& paint, std::uint32_t least_side) {
  if (paint.kind != pdf::PaintKind::image || paint.object == pdf::none || paint.height == 0 || tall(paint.whole) <= 0 || paint.hidden_layer) return std::nullopt;
  const float shape = static_cast<float>(paint.width) / static_cast<float>(paint.height), shown = wide(paint.whole) / tall(paint.whole);
  if (std::fabs(shape - shown) > 0.15f * shape) return std::nullopt;
  Placed found{file.grey(paint.object, least_side), paint.whole, paint.order};
  if (found.grey.width < 8 || found.grey.height < 8) return std::nullopt;
  return found;
}

/// True where all dots inside the letter are dark.
bool is_dark_at(const Placed& picture, const Box& letter) {
  const float inset = 0.15f * tall(letter);
  const auto clamp_to = [](float value, std::uint32_t most) { return static_cast<std::uint32_t>(std::clamp(value, 0.0f, static_cast<float>(most - 1))); };
  const std::uint32_t left = clamp_to(picture.x_of(letter.left), picture.grey.width), right = clamp_to(picture.x_of(letter.right), picture.grey.width);
  const std::uint32_t top = clamp_to(picture.y_of(letter.top + inset), picture.grey.height), bottom = clamp_to(picture.y_of(letter.bottom - inset), picture.grey.height);
  std::size_t all = 0, light = 0;
  for (std::uint32_t y = top; y <= bottom; ++y)
    for (std::uint32_t x = left; x <= right; ++x) {
      ++all;
      light += picture.grey.at(x, y) > dark;
    }
  return all >= 4 && 20 * light <= all;
}

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

}  // namespace

void PdfDots::look_under_words(pdf::File& file, const pdf::PageScan& scan, PageSight& sight) const {
  const bool any = std::any_of(sight.letters.begin(), sight.letters.end(), [](const Sight& each) { return each.why == Unseen::recognised; });
  if (!any) return;
  for (const pdf::Paint& paint : scan.paints) {
    if (area(paint.box) < 0.1f * scan.width * scan.height) continue;
    const std::optional<Placed> picture = placed(file, paint, scan_side);
    if (!picture) continue;
    for (std::size_t at = 0; at < scan.glyphs.size(); ++at) {
      const Box& letter = scan.glyphs[at].box;
      const bool within = holds(paint.box, letter.left, letter.top) && holds(paint.box, letter.right, letter.bottom);
      if (sight.letters[at].why == Unseen::recognised && within && is_dark_at(*picture, letter)) sight.letters[at] = {Unseen::blackened, pdf::none};
    }
  }
}

void PdfDots::carry_facts(pdf::File& file, const pdf::PageScan& scan, Container& container) {
  constexpr std::size_t most = 4u << 20;  // what a picture says of itself stands before its dots
  for (const pdf::Paint& paint : scan.paints) {
    if (paint.kind != pdf::PaintKind::image || paint.object == pdf::none || !asked_.insert(paint.object).second) continue;
    const std::string_view bytes = file.jpeg_bytes(paint.object);
    if (bytes.empty()) continue;
    for (ImageFact& fact : image_facts(bytes.substr(0, most))) {
      Carried item{CarriedKind::image, fact.name, fact.text, "", {1, scan.number, 0}, scan.number, paint.box, "image-metadata", fact.name, fact.personal};
      item.harmless = !fact.personal;
      container.items.push_back(std::move(item));
    }
  }
}

void PdfDots::carry_pixelated(pdf::File& file, const pdf::PageScan& scan, const PageSight& sight, Container& container) {
  constexpr float least = 2500;  // square points
  if (sight.scanned) return;
  for (const pdf::Paint& paint : scan.paints) {
    const bool small = static_cast<std::uint64_t>(paint.width) * paint.height < 4ull * tile * tile;
    if (paint.kind != pdf::PaintKind::image || area(paint.box) < least || small || !looked_at_.insert(paint.object).second) continue;
    const std::optional<Placed> picture = placed(file, paint, picture_side);
    if (!picture) continue;
    std::size_t mosaics = 0, all = 0;
    Box where{};
    for (std::uint32_t top = 0; top + tile <= picture->grey.height; top += tile / 2)
      for (std::uint32_t left = 0; left + tile <= picture->grey.width; left += tile / 2) {
        ++all;
        if (!is_mosaic(picture->grey, left, top)) continue;
        const auto place = [&](std::uint32_t x, std::uint32_t y) {
          return std::pair{paint.whole.left + static_cast<float>(x) / static_cast<float>(picture->grey.width) * wide(paint.whole),
                           paint.whole.top + static_cast<float>(y) / static_cast<float>(picture->grey.height) * tall(paint.whole)};
        };
        const auto [x1, y1] = place(left, top);
        const auto [x2, y2] = place(left + tile, top + tile);
        where = mosaics == 0 ? Box{x1, y1, x2, y2} : around(where, {x1, y1, x2, y2});
        ++mosaics;
      }
    if (mosaics < 2 || 10 * mosaics > 7 * all) continue;
    container.items.push_back({CarriedKind::image, "picture", "", "", {1, scan.number, 0}, scan.number, where, "pixelated-picture", "pixelated", false});
  }
}

}  // namespace casewright
