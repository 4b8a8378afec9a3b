#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

#include "foreign/pdf/pdf_scan.h"

namespace casewright {

/// The places in a letter at which it is looked for: in five columns and three rows, where letters have their ink.
inline constexpr std::size_t looks = 15;
inline constexpr std::size_t most_of_looks = 10;  ///< 70 % of a letter
using Look = std::array<pdf::Point, looks>;

inline bool is_picture(const pdf::Paint& paint) { return paint.kind == pdf::PaintKind::image || paint.kind == pdf::PaintKind::image_mask; }

/// Where a letter is looked for.
Look look_at(const pdf::Glyph& glyph, const pdf::Run& run);

/// The smallest box round the places at which a letter is looked for; nothing where it stands on a slanted line.
std::optional<Box> extent_of(const pdf::Glyph& glyph, const pdf::Run& run);

/// What stands before and behind the places of one letter.
struct Seen15 {
  std::uint32_t covered = 0;         ///< one bit a place: something that lets nothing through is painted over it
  std::uint32_t known = 0;           ///< one bit a place: what stands behind has a known colour
  std::array<std::uint32_t, looks> behind{};  ///< 0xRRGGBB
  std::uint32_t cover = pdf::none;   ///< index of the paint that covers most of it
  std::uint32_t veil = pdf::none;    ///< index of a paint over it of which nobody knows what it lets through
  std::size_t covered_count() const { return static_cast<std::size_t>(__builtin_popcount(covered)); }
};

/// The paints of one page, sorted into squares of the page so that a letter asks only those near it.
class PdfCover {
 public:
  explicit PdfCover(const pdf::PageScan& scan);
  ~PdfCover();

  /// The colour behind a letter within that extent, where nothing is painted over it and one shape, or the paper, is all that
  /// stands behind it: so it is with nearly every letter of a report.
  std::optional<std::uint32_t> plain_ground(const Box& extent, std::uint32_t order) const;
  /// What covers a letter that is painted at `order`, and what stands behind it.
  Seen15 see(const Look& look, std::uint32_t order, bool of_annotation) const;
  /// The places over which a shape is painted later than any picture there: the bar over a scan.
  Seen15 see_over_pictures(const Look& look) const;
  /// How much of what is painted at that place under the mask can be seen, 0 to 1; -1 where nobody can say.
  float seen_through(std::uint32_t mask, float x, float y) const;
  /// True where letters drawn as shapes, or painted through a clip, stand at that place.
  bool has_ink(const Box& letter, std::uint32_t order) const;

 private:
  struct State;
  std::unique_ptr<State> state_;
};

}  // namespace casewright
