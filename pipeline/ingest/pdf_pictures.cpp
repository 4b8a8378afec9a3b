#include "ingest/pdf_pictures.h"

#include <algorithm>
#include <cmath>

#include "ingest/pdf_boxes.h"

namespace casewright {
namespace {

constexpr float least_picture = 900;    // square points: a smaller one is an ornament
constexpr float mostly_shown = 0.85f;   // pictures that bleed off the page lose less
constexpr std::size_t most_pictures = 300;

bool is_image(const pdf::Paint& paint) { return paint.kind == pdf::PaintKind::image; }

bool is_dark(std::uint32_t rgb) { return std::max({rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255}) < 80; }

class Pictures {
 public:
  Pictures(const pdf::PageScan& scan, const PageSight& sight, Container& container) : scan_(scan), sight_(sight), container_(container), page_{0, 0, scan.width, scan.height} {}

  void run() {
    std::size_t looked = 0;
    for (const pdf::Paint& paint : scan_.paints) {
      if (!is_image(paint) || area(paint.whole) < least_picture || looked++ > most_pictures) continue;
      if (paint.hidden_layer) carry(CarriedKind::layer, "hidden-layer", "in a layer that is switched off", paint.box, false);
      else if (is_cropped(paint)) carry(CarriedKind::image, "cropped-picture", shown_share(paint), paint.whole, false);
      if (!paint.hidden_layer) look_for_shapes(paint);
    }
  }

 private:
  void carry(CarriedKind kind, std::string risk, std::string how, const Box& box, bool deliberate) {
    container_.items.push_back({kind, "picture", "", "", {1, scan_.number, 0}, scan_.number, box, std::move(risk), std::move(how), deliberate});
  }

  float share(const pdf::Paint& paint) const { return area(meet(paint.box, page_)) / area(paint.whole); }
  bool is_cropped(const pdf::Paint& paint) const { return share(paint) < mostly_shown; }
  std::string shown_share(const pdf::Paint& paint) const {
    return "so that " + std::to_string(std::lround(100 * share(paint))) + " of 100 parts of it are shown";
  }

  /// True where the shape may be there to hide: it lies within the picture, lets nothing through and carries no words.
  bool may_hide(const pdf::Paint& shape, const pdf::Paint& picture) const {
    if (shape.order <= picture.order || shape.hidden_layer || shape.alpha < 235 || shape.blended || shape.through_text || shape.mask != pdf::none) return false;
    const bool thick = shape.kind == pdf::PaintKind::stroke && shape.line_width > 5;
    if (shape.kind != pdf::PaintKind::fill && shape.kind != pdf::PaintKind::pattern && !thick) return false;
    const float size = area(shape.box), inside = area(meet(shape.box, picture.box));
    if (wide(shape.box) < 8 || tall(shape.box) < 5 || inside < 0.9f * size || size > 0.5f * area(picture.box)) return false;
    return !carries_words(shape);
  }

  bool carries_words(const pdf::Paint& shape) const {
    for (std::size_t at = 0; at < scan_.glyphs.size(); ++at) {
      const pdf::Glyph& glyph = scan_.glyphs[at];
      if (glyph.unicode > U' ' && sight_.letters[at].why == Unseen::no && scan_.runs[glyph.run].order > shape.order &&
          holds(shape.box, (glyph.box.left + glyph.box.right) / 2, (glyph.box.top + glyph.box.bottom) / 2))
        return true;
    }
    return false;
  }

  /// Letters and drawings are many small shapes; what hides is few and plain.
  void look_for_shapes(const pdf::Paint& picture) {
    std::size_t dark = 0, light = 0;
    Box box{};
    for (const pdf::Paint& shape : scan_.paints) {
      if (!may_hide(shape, picture)) continue;
      const bool plain = shape.rectangle || shape.end_point - shape.first_point <= 60;
      if (!plain) continue;
      (is_dark(shape.rgb) ? dark : light) += 1;
      box = dark + light == 1 ? shape.box : around(box, shape.box);
      if (dark + light > 100) return;
    }
    if (dark + light == 0) return;
    const bool meant = dark > 0 || sight_.scanned;
    carry(CarriedKind::image, "picture-under-shape", std::to_string(dark + light) + (dark > 0 ? " dark" : " light") + (dark + light == 1 ? " shape" : " shapes"), box, meant);
  }

  const pdf::PageScan& scan_;
  const PageSight& sight_;
  Container& container_;
  Box page_;
};

}  // namespace

void carry_pictures(const pdf::PageScan& scan, const PageSight& sight, Container& container) {
  Pictures(scan, sight, container).run();
}

}  // namespace casewright
