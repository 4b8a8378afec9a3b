#include "ingest/pdf/pdf_pictures.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "foreign/pdf/pdf_picture.h"
#include "ingest/pdf/pdf_boxes.h"

namespace casewright {
namespace {

constexpr float least_picture = 900;    // square points: a smaller one is an ornament
constexpr float mostly_shown = 0.85f;   // pictures that bleed off the page lose less
constexpr std::size_t most_pictures = 300;
constexpr std::uint32_t glance = 160;      // dots along a side: whether a picture holds anything shows in few

bool is_image(const pdf::Paint& paint) { return paint.kind == pdf::PaintKind::image; }

/// The darkest and the lightest of most dots of a picture.
struct Tones {
  int darkest = 0, lightest = 255;

  bool plain() const { return lightest - darkest <= 24; }
};

/// Nothing where the picture cannot be unpacked.
std::optional<Tones> tones_of(pdf::File& file, const pdf::Paint& picture) {
  if (picture.object == pdf::none) return std::nullopt;
  const pdf::Grey grey = file.grey(picture.object, glance);
  if (grey.dots.empty()) return std::nullopt;
  std::array<std::size_t, 256> count{};
  for (const std::uint8_t dot : grey.dots) ++count[dot];
  // A dot in a hundred is dust.
  const std::size_t dust = grey.dots.size() / 100;
  Tones tones;
  for (std::size_t seen = count[0]; seen <= dust && tones.darkest < 255; seen += count[static_cast<std::size_t>(++tones.darkest)]) {}
  for (std::size_t seen = count[255]; seen <= dust && tones.lightest > 0; seen += count[static_cast<std::size_t>(--tones.lightest)]) {}
  return tones;
}

constexpr std::uint32_t dark = 80;  // of 255
bool is_dark(std::uint32_t rgb) { return std::max({rgb >> 16 & 255, rgb >> 8 & 255, rgb & 255}) < dark; }

class Pictures {
 public:
  Pictures(pdf::File& file, const pdf::PageScan& scan, const PageSight& sight, Container& container) : file_(file), scan_(scan), sight_(sight), container_(container), page_{0, 0, scan.width, scan.height} {}

  /// Calls `covered` with the object of each picture that nothing is seen of, once its item is in the container.
  template <class Covered>
  void run(Covered covered) {
    std::size_t looked = 0;
    for (const pdf::Paint& paint : scan_.paints) {
      if (!is_image(paint) || area(paint.whole) < least_picture || looked++ > most_pictures) continue;
      if (paint.hidden_layer) carry(CarriedKind::layer, "hidden-layer", "in a layer that is switched off", paint.box, false);
      else if (is_cropped(paint)) carry(CarriedKind::image, "cropped-picture", shown_share(paint), paint.whole, false);
      if (paint.hidden_layer) continue;
      if (const pdf::Paint* cover = cover_of(paint)) {
        carry(CarriedKind::image, "picture-under-shape", is_image(*cover) ? "another picture" : "shapes that leave nothing of it to be seen", paint.box, false);
        covered(paint.object);
      } else {
        look_for_shapes(paint);
      }
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

  static bool lets_nothing_through(const pdf::Paint& paint) {
    return !paint.hidden_layer && paint.alpha >= 235 && !paint.blended && !paint.through_text && !paint.soft && paint.mask == pdf::none;
  }

  /// What lies over the whole of a picture that shows something; null where some of it is seen.
  const pdf::Paint* cover_of(const pdf::Paint& picture) const {
    constexpr int places = 10;  // along each side
    const Box seen = meet(picture.box, page_);
    if (area(seen) < least_picture) return nullptr;
    std::array<bool, places * places> under{};
    int left = places * places;
    const pdf::Paint* last = nullptr;
    for (const pdf::Paint& paint : scan_.paints) {
      const bool whole = paint.rectangle && (is_image(paint) || paint.kind == pdf::PaintKind::fill);
      if (paint.order <= picture.order || !whole || !lets_nothing_through(paint) || !touch(paint.box, seen)) continue;
      if (is_image(paint) && paint.object == picture.object && picture.object != pdf::none) continue;
      for (int at = 0; at < places * places; ++at) {
        const float x = seen.left + (static_cast<float>(at % places) + 0.5f) / places * wide(seen), y = seen.top + (static_cast<float>(at / places) + 0.5f) / places * tall(seen);
        if (under[static_cast<std::size_t>(at)] || !holds(paint.box, x, y)) continue;
        under[static_cast<std::size_t>(at)] = true;
        --left;
        last = &paint;
      }
    }
    if (left > 0) return nullptr;
    const std::optional<Tones> tones = tones_of(file_, picture);
    return tones && tones->plain() ? nullptr : last;
  }

  /// True where the shape may be there to hide: it lies within the picture, lets nothing through and carries no words.
  bool may_hide(const pdf::Paint& shape, const pdf::Paint& picture) const {
    if (shape.order <= picture.order || !lets_nothing_through(shape)) return false;
    const bool thick = shape.kind == pdf::PaintKind::stroke && shape.line_width > 5;
    if (shape.kind != pdf::PaintKind::fill && shape.kind != pdf::PaintKind::pattern && !is_image(shape) && !thick) return false;
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
      bool deep = is_dark(shape.rgb);
      if (is_image(shape)) {
        // A picture of one tone is a bar; any other is a badge, a caption or a smaller view.
        const std::optional<Tones> tones = tones_of(file_, shape);
        if (!tones || !tones->plain()) continue;
        deep = tones->lightest < static_cast<int>(dark);
      } else if (!shape.rectangle && shape.end_point - shape.first_point > 60) {
        continue;
      }
      (deep ? dark : light) += 1;
      box = dark + light == 1 ? shape.box : around(box, shape.box);
      if (dark + light > 100) return;
    }
    if (dark + light == 0) return;
    const bool meant = dark > 0 || sight_.scanned;
    carry(CarriedKind::image, "picture-under-shape", std::to_string(dark + light) + (dark > 0 ? " dark" : " light") + (dark + light == 1 ? " shape" : " shapes"), box, meant);
  }

  pdf::File& file_;
  const pdf::PageScan& scan_;
  const PageSight& sight_;
  Container& container_;
  Box page_;
};

}  // namespace

void PdfPictures::add(pdf::File& file, const pdf::PageScan& scan, const PageSight& sight, Container& container) {
  Pictures(file, scan, sight, container).run([&](std::uint32_t object) {
    if (object != pdf::none) covered_[object].push_back(container.items.size() - 1);
  });
}

void PdfPictures::excuse_grounds(Container& container) const {
  constexpr std::size_t pages = 3;
  for (const auto& [object, items] : covered_)
    if (items.size() >= pages)
      for (const std::size_t at : items) container.items[at].harmless = true;
}

}  // namespace casewright
