#include "ingest/pdf/pdf_dots.h"

#include <algorithm>
#include <cmath>
#include <optional>

#include "foreign/pdf/pdf_picture.h"
#include "foreign/pdf/pdf_trial.h"
#include "ingest/carried/image_facts.h"
#include "ingest/carried/picture_letters.h"
#include "ingest/carried/picture_marks.h"
#include "ingest/pdf/pdf_boxes.h"
#include "ingest/pdf/pdf_cover.h"

namespace casewright {
namespace {

constexpr std::uint32_t scan_side = 500;       // dots: a line of text is then some five dots high
constexpr std::uint32_t picture_side = 700;
constexpr int dark = 90;
constexpr float most_masked = 0.03f;  // of a picture: rounded corners hide less

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

/// The place on the page of a part of a picture.
Box place_of(const PicturePart& part, const Placed& picture) {
  const auto x = [&](std::uint32_t at) { return picture.whole.left + static_cast<float>(at) / static_cast<float>(picture.grey.width) * wide(picture.whole); };
  const auto y = [&](std::uint32_t at) { return picture.whole.top + static_cast<float>(at) / static_cast<float>(picture.grey.height) * tall(picture.whole); };
  return {x(part.left), y(part.top), x(part.right), y(part.bottom)};
}

/// The share of a picture that a mask hides though it shows something there: a mask of its own, or one of the page.
float masked_share(pdf::File& file, const pdf::PageScan& scan, const pdf::Paint& paint, const Placed& picture) {
  const pdf::MaskGrey own = paint.soft ? file.mask_of(paint.object, picture_side) : pdf::MaskGrey();
  const bool of_page = paint.mask != pdf::none;
  if (own.grey.width == 0 && !of_page) return 0;
  const std::unique_ptr<PdfCover> cover = of_page ? std::make_unique<PdfCover>(scan) : nullptr;
  const auto at = [](float part, std::uint32_t size) { return std::min(size - 1, static_cast<std::uint32_t>(part * static_cast<float>(size))); };
  return hidden_content(picture.grey, [&](float x, float y) {
    float shown = 255;
    if (own.grey.width > 0) {
      const std::uint8_t dot = own.grey.at(at(x, own.grey.width), at(y, own.grey.height));
      shown = static_cast<float>(own.dark_shows ? 255 - dot : dot);
    }
    const float through = cover == nullptr ? 1 : cover->seen_through(paint.mask, paint.whole.left + x * wide(paint.whole), paint.whole.top + y * tall(paint.whole));
    return static_cast<int>(through < 0 ? shown : shown * through);
  });
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

void PdfDots::look_at_doubtful(pdf::File& file, const pdf::PageScan& scan, PageSight& sight) const {
  constexpr float most_shown = 0.3F;  // of a letter: the rest of it does not show
  std::vector<std::size_t> doubtful;
  std::vector<Box> boxes;
  for (std::size_t at = 0; at < sight.letters.size(); ++at) {
    if (!sight.letters[at].doubtful || sight.letters[at].why != Unseen::no) continue;
    const pdf::Glyph& glyph = scan.glyphs[at];
    doubtful.push_back(at);
    boxes.push_back(extent_of(glyph, scan.runs[glyph.run]).value_or(glyph.box));
  }
  if (doubtful.size() < 2) return;
  const pdf::Trial trial = file.trial(scan.number, boxes);
  sight.unsure = !trial.painted;
  if (!trial.painted) return;
  bool any = false;
  for (std::size_t i = 0; i < doubtful.size(); ++i) {
    Sight& letter = sight.letters[doubtful[i]];
    if (trial.shows[i] > most_shown) continue;
    letter.why = letter.in_doubt;
    any = true;
  }
  if (any) forgive_doubles(scan, sight);
}

void PdfDots::carry_facts(pdf::File& file, const pdf::PageScan& scan, Container& container) {
  constexpr std::size_t most = 4u << 20;  // what a picture says of itself stands before its dots
  for (const pdf::Paint& paint : scan.paints) {
    if (paint.kind != pdf::PaintKind::image || paint.object == pdf::none || !asked_.insert(paint.object).second) continue;
    const std::string_view bytes = file.jpeg_bytes(paint.object);
    if (bytes.empty()) continue;
    for (ImageFact& fact : image_facts(bytes.substr(0, std::max(most, static_cast<std::size_t>(paint.width) * paint.height)))) {
      Carried item{CarriedKind::image, fact.name, fact.text, "", {1, scan.number, 0}, scan.number, paint.box, "image-metadata", fact.name, fact.personal};
      item.harmless = !fact.personal;
      container.items.push_back(std::move(item));
    }
  }
}

void PdfDots::carry_marks(pdf::File& file, const pdf::PageScan& scan, const PageSight& sight, Container& container) {
  constexpr float least = 2500;  // square points
  constexpr std::uint64_t fewest_dots = 96 * 96;
  const bool read_before = std::any_of(sight.letters.begin(), sight.letters.end(), [](const Sight& each) { return each.why == Unseen::recognised; });
  if (sight.scanned && read_before) return;
  for (const pdf::Paint& paint : scan.paints) {
    const bool small = static_cast<std::uint64_t>(paint.width) * paint.height < fewest_dots;
    if (paint.kind != pdf::PaintKind::image || area(paint.box) < least || small || !looked_at_.insert(paint.object).second) continue;
    const std::optional<Placed> picture = placed(file, paint, picture_side);
    if (!picture) continue;
    const auto carry = [&](std::string risk, std::string how, const Box& where, bool sure) {
      container.items.push_back({CarriedKind::image, "picture", "", "", {1, scan.number, 0}, scan.number, where, std::move(risk), std::move(how), sure});
    };
    if (const auto part = mosaic_in(picture->grey)) carry("pixelated-picture", "pixelated", place_of(*part, *picture), true);
    else if (const auto blurred = blur_in(picture->grey)) carry("pixelated-picture", "blurred", place_of(*blurred, *picture), false);
    if (may_show_words(picture->grey)) carry("unread-picture", "on page " + std::to_string(scan.number), paint.box, false);
    if (const float hidden = masked_share(file, scan, paint, *picture); hidden >= most_masked)
      carry("masked-picture", std::to_string(std::lround(100 * hidden)) + " of 100 parts of it", paint.box, false);
  }
}

}  // namespace casewright
