#include "ingest/pdf/pdf_sight.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "base/text.h"
#include "ingest/pdf/pdf_blanks.h"
#include "ingest/pdf/pdf_boxes.h"
#include "ingest/pdf/pdf_cover.h"

namespace casewright {
namespace {

constexpr float tiny_size = 1.6f;     // points: one would need a glass
constexpr int nearly_same = 15;       // of 255: no eye tells such colours apart
constexpr float most_of_page = 0.5f;
constexpr std::size_t least_heap = 5;

/// Blocks, boxes and arrows, and what a font calls by numbers of its own.
constexpr bool is_symbol(char32_t c) { return (c >= 0x2000 && c < 0x2C00) || (c >= 0xE000 && c < 0xF900); }

int apart(std::uint32_t a, std::uint32_t b) {
  int most = 0;
  for (const int shift : {16, 8, 0}) most = std::max(most, std::abs(static_cast<int>(a >> shift & 255) - static_cast<int>(b >> shift & 255)));
  return most;
}

class Eye {
 public:
  explicit Eye(const pdf::PageScan& scan) : scan_(scan), cover_(scan), page_{0, 0, scan.width, scan.height} {
    float pictures = 0;
    for (const pdf::Paint& paint : scan.paints)
      if (is_picture(paint) && !paint.hidden_layer) pictures += area(meet(paint.box, page_));
    sight_.scanned = pictures > most_of_page * area(page_);
  }

  PageSight run() {
    find_heaps();
    sight_.letters.resize(scan_.glyphs.size());
    bool any = false;
    for (std::size_t at = 0; at < scan_.glyphs.size(); ++at) {
      if (shows_nothing(scan_.glyphs[at].unicode)) continue;
      sight_.letters[at] = look(at);
      any |= sight_.letters[at].why != Unseen::no && sight_.letters[at].why != Unseen::recognised;
    }
    if (any) forgive_doubles(scan_, sight_);
    return std::move(sight_);
  }

 private:
  /// Letters in a row that are set on one another, so that nobody can tell them apart.
  void find_heaps() {
    heaped_.resize(scan_.glyphs.size());
    for (std::size_t first = 0, at = 1; at <= scan_.glyphs.size(); ++at) {
      if (at < scan_.glyphs.size() && is_tight(scan_.glyphs[at - 1], scan_.glyphs[at])) continue;
      if (at - first >= least_heap) mark_heap(first, at);
      first = at;
    }
  }

  bool is_tight(const pdf::Glyph& before, const pdf::Glyph& glyph) const {
    const pdf::Direction runs = scan_.runs[glyph.run].direction;
    if (before.run != glyph.run || (runs != pdf::Direction::right && runs != pdf::Direction::left)) return false;
    const float step = glyph.box.left - before.box.left, width = before.box.right - before.box.left;
    return step < 0.35F * width && step > -0.8F * width && before.baseline == glyph.baseline;
  }

  void mark_heap(std::size_t first, std::size_t end) {
    constexpr float most = 0.5F;  // of the room that the letters would take side by side
    Box all = scan_.glyphs[first].box;
    float row = 0;
    for (std::size_t at = first; at < end; ++at) {
      row += wide(scan_.glyphs[at].box);
      all = around(all, scan_.glyphs[at].box);
    }
    if (wide(all) < most * row) std::fill(heaped_.begin() + static_cast<std::ptrdiff_t>(first), heaped_.begin() + static_cast<std::ptrdiff_t>(end), true);
  }

  Sight look(std::size_t at) const {
    const pdf::Glyph& glyph = scan_.glyphs[at];
    const pdf::Run& run = scan_.runs[glyph.run];
    if (run.hidden_layer) return {Unseen::layer, pdf::none};
    if (run.alike && is_word_character(glyph.unicode) && !is_symbol(glyph.unicode)) return {Unseen::drawn_alike, pdf::none};
    if (const std::optional<Box> extent = extent_of(glyph, run); extent && lies_within(*extent, page_) && lies_within(*extent, run.clip) && is_plain(run) && !is_squeezed(at) && !is_heaped(at))
      if (const std::optional<std::uint32_t> ground = cover_.plain_ground(*extent, run.order))
        return is_same_colour(run, *ground) ? Sight{Unseen::same_colour, pdf::none} : Sight{};
    const Look places = look_at(glyph, run);
    if (outside(places, page_)) return {Unseen::off_page, pdf::none};
    if (outside(places, run.clip)) return {Unseen::clipped, pdf::none};
    if (run.invisible()) return look_at_invisible(glyph, run, places);
    if (run.size < tiny_size || is_squeezed(at) || is_heaped(at)) return {Unseen::tiny, pdf::none};
    if (run.mask != pdf::none && is_masked(run.mask, places)) return {Unseen::masked, pdf::none};
    const Seen15 seen = cover_.see(places, run.order, run.annotation != pdf::none);
    if (seen.covered_count() >= most_of_looks) return covered(seen.cover, run, places);
    if (!run.patterned && has_colour_of_ground(run, seen)) return {Unseen::same_colour, pdf::none};
    return in_doubt(run, seen);
  }

  /// What shapes alone do not tell: pictures and masks before a letter or behind it, an outline that it is cut to, ink that mixes.
  Sight in_doubt(const pdf::Run& run, const Seen15& seen) const {
    const bool ground_unknown = (seen.known | seen.covered) != (1u << looks) - 1;
    if (seen.veil != pdf::none) {
      const pdf::Paint& veil = scan_.paints[seen.veil];
      const bool scan_itself = is_picture(veil) && area(meet(veil.box, page_)) >= most_of_page * area(page_);
      if (scan_itself) return {};
      const bool note = veil.annotation != pdf::none && run.annotation == pdf::none;
      return {Unseen::no, seen.veil, true, note ? Unseen::under_annotation : is_picture(veil) ? Unseen::under_image : Unseen::under_shape};
    }
    if (run.cut_to_shape) return {Unseen::no, pdf::none, true, Unseen::clipped};
    if (run.blended || run.patterned || ground_unknown) return {Unseen::no, pdf::none, true, Unseen::same_colour};
    return {};
  }

  /// A letter of a hundredth of its width; fonts that give wrong widths set the next letter at its place all the same.
  bool is_squeezed(std::size_t at) const {
    constexpr float narrowest = 0.06F;
    const pdf::Glyph& glyph = scan_.glyphs[at];
    const pdf::Run& run = scan_.runs[glyph.run];
    if (glyph.box.right - glyph.box.left >= narrowest * run.size || glyph.box.right <= glyph.box.left) return false;
    const bool plain = (glyph.unicode >= 'A' && glyph.unicode <= 'Z') || (glyph.unicode >= 'a' && glyph.unicode <= 'z');
    const bool lies = run.direction == pdf::Direction::right || run.direction == pdf::Direction::left;
    const std::size_t beside = at + 1 < scan_.glyphs.size() && scan_.glyphs[at + 1].run == glyph.run ? at + 1 : at > 0 ? at - 1 : at;
    return plain && lies && beside != at && scan_.glyphs[beside].run == glyph.run && std::fabs(scan_.glyphs[beside].box.left - glyph.box.left) < 2 * narrowest * run.size &&
           (beside < at || scan_.glyphs[beside].box.left - glyph.box.left < 1.5F * (glyph.box.right - glyph.box.left) + 0.005F * run.size);
  }

  bool is_heaped(std::size_t at) const { return heaped_[at]; }

  static bool is_plain(const pdf::Run& run) { return !run.invisible() && run.size >= tiny_size && run.mask == pdf::none && !run.blended && !run.patterned && !run.cut_to_shape; }

  static bool lies_within(const Box& inner, const Box& outer) { return holds(outer, inner.left, inner.top) && holds(outer, inner.right, inner.bottom); }

  static bool is_same_colour(const pdf::Run& run, std::uint32_t ground) {
    return std::max(apart(run.rgb, ground), apart(run.edge_rgb, ground)) * run.alpha / 255 < nearly_same;
  }

  static bool outside(const Look& places, const Box& box) {
    std::size_t inside = 0;
    for (const pdf::Point& each : places) inside += holds(box, each.x, each.y);
    return inside <= looks - most_of_looks;
  }

  bool is_masked(std::uint32_t mask, const Look& places) const {
    std::size_t dark = 0;
    for (const pdf::Point& each : places) {
      const float through = cover_.seen_through(mask, each.x, each.y);
      dark += through >= 0 && through < 0.05f;
    }
    return dark >= most_of_looks;
  }

  Sight covered(std::uint32_t cover, const pdf::Run& run, const Look& places) const {
    const pdf::Paint& paint = scan_.paints[cover];
    if (paint.annotation != pdf::none && run.annotation == pdf::none) return {Unseen::under_annotation, cover};
    if (!is_picture(paint)) return {Unseen::under_shape, cover};
    // Some programs paint the recognised words first and the scan over them.
    if (area(meet(paint.box, page_)) < most_of_page * area(page_)) return {Unseen::under_image, cover};
    return recognised(places);
  }

  /// Words of a scan are hidden by a bar that is drawn over the picture where they stand.
  Sight recognised(const Look& places) const {
    const Seen15 seen = cover_.see_over_pictures(places);
    if (seen.covered_count() >= most_of_looks) {
      const bool note = scan_.paints[seen.cover].annotation != pdf::none;
      return {note ? Unseen::under_annotation : Unseen::under_shape, seen.cover};
    }
    return {Unseen::recognised, pdf::none};
  }

  Sight look_at_invisible(const pdf::Glyph& glyph, const pdf::Run& run, const Look& places) const {
    if (sight_.scanned || over_picture(glyph.box)) return recognised(places);
    // Letters that are drawn as shapes, or filled with a pattern, have their text beneath.
    if (cover_.has_ink(glyph.box, run.order)) return {};
    return {Unseen::invisible, pdf::none};
  }

  bool over_picture(const Box& letter) const {
    const float x = (letter.left + letter.right) / 2, y = (letter.top + letter.bottom) / 2;
    return std::any_of(scan_.paints.begin(), scan_.paints.end(), [&](const pdf::Paint& paint) {
      return is_picture(paint) && holds(paint.box, x, y) && area(paint.box) > 30 * area(letter);
    });
  }

  static bool has_colour_of_ground(const pdf::Run& run, const Seen15& seen) {
    std::size_t same = 0;
    for (std::size_t i = 0; i < looks; ++i) {
      if ((seen.known >> i & 1u) == 0) continue;
      same += is_same_colour(run, seen.behind[i]);
    }
    return same >= most_of_looks + 2;
  }

  const pdf::PageScan& scan_;
  PdfCover cover_;
  Box page_;
  PageSight sight_;
  std::vector<bool> heaped_;  ///< by letter
};

}  // namespace

void forgive_doubles(const pdf::PageScan& scan, PageSight& sights) {
  std::unordered_multimap<std::uint64_t, std::size_t> shown;
  const auto key = [](const pdf::Glyph& glyph, int dx, int dy) {
    const auto x = static_cast<std::int64_t>(std::floor(glyph.box.left / 8)) + dx, y = static_cast<std::int64_t>(std::floor(glyph.baseline / 8)) + dy;
    return static_cast<std::uint64_t>(glyph.unicode) << 40 ^ static_cast<std::uint64_t>(x & 0xFFFFF) << 20 ^ static_cast<std::uint64_t>(y & 0xFFFFF);
  };
  for (std::size_t at = 0; at < scan.glyphs.size(); ++at)
    if (sights.letters[at].why == Unseen::no) shown.emplace(key(scan.glyphs[at], 0, 0), at);
  for (std::size_t at = 0; at < scan.glyphs.size(); ++at) {
    Sight& sight = sights.letters[at];
    if (sight.why == Unseen::no || sight.why == Unseen::recognised) continue;
    const pdf::Glyph& glyph = scan.glyphs[at];
    const float reach = 0.35f * scan.runs[glyph.run].size;
    for (int dx = -1; dx <= 1; ++dx)
      for (int dy = -1; dy <= 1; ++dy) {
        const auto [first, last] = shown.equal_range(key(glyph, dx, dy));
        for (auto each = first; each != last; ++each) {
          const pdf::Glyph& other = scan.glyphs[each->second];
          if (other.unicode != glyph.unicode || std::fabs(other.box.left - glyph.box.left) >= reach || std::fabs(other.box.top - glyph.box.top) >= reach || std::fabs(other.baseline - glyph.baseline) >= reach) continue;
          // Wide outlines in the colour of the ground that are set over a letter leave nothing of it.
          const pdf::Run& run = scan.runs[glyph.run];
          const bool paints_over = sight.why == Unseen::same_colour && run.swallowed && run.order > scan.runs[other.run].order;
          if (paints_over) sights.letters[each->second].why = Unseen::same_colour;
          else sight.why = Unseen::no;
        }
      }
  }
}

PageSight sight_of(const pdf::PageScan& scan) { return Eye(scan).run(); }

}  // namespace casewright
