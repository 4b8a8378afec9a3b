#include "ingest/pdf/pdf_gaps.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <memory>

#include "base/text.h"
#include "ingest/pdf/pdf_boxes.h"

namespace casewright {

namespace data {
extern const std::string_view given_names;
}  // namespace data
namespace {

constexpr float near = 0.9f;  // of the size of the letters: the space between a word and the bar after it

/// Helvetica's letters in thousandths of its size, from blank to tilde; what a page does not show is guessed by them.
constexpr std::array<std::uint16_t, 95> usual_widths{
    278, 278, 355, 556, 556, 889, 667, 191, 333, 333, 389, 584, 278, 333, 278, 278, 556, 556, 556, 556, 556, 556, 556, 556, 556, 556, 278, 278, 584, 584, 584, 556,
    1015, 667, 667, 722, 722, 667, 611, 778, 722, 278, 500, 667, 556, 833, 722, 778, 667, 778, 722, 667, 611, 722, 667, 944, 667, 667, 611, 278, 278, 278, 469, 556,
    333, 556, 556, 500, 556, 556, 278, 556, 556, 222, 222, 500, 222, 833, 556, 556, 556, 556, 333, 500, 278, 556, 500, 722, 500, 500, 500, 334, 260, 334, 584};

bool is_dark(const pdf::Paint& paint) { return std::max({paint.rgb >> 16 & 255, paint.rgb >> 8 & 255, paint.rgb & 255}) < 70; }

/// The letters of a page on the line of a bar.
struct GapLine {
  const pdf::Glyph* before = nullptr;  ///< the letter next to the bar on its left
  const pdf::Glyph* after = nullptr;
  std::size_t words_before = 0, letters = 0;
  bool inside = false;  ///< letters stand where the bar is
};

class Gaps {
 public:
  Gaps(const pdf::PageScan& scan, Container& container) : scan_(scan), container_(container) {}

  void run() {
    for (const pdf::Paint& paint : scan_.paints)
      if (may_be_bar(paint)) look(paint);
  }

 private:
  static bool may_be_bar(const pdf::Paint& paint) {
    const bool shape = paint.kind == pdf::PaintKind::fill || (paint.kind == pdf::PaintKind::stroke && paint.line_width > 5) || paint.kind == pdf::PaintKind::image;
    if (!shape || paint.hidden_layer || paint.alpha < 235 || paint.blended || paint.mask != pdf::none) return false;
    if (paint.kind == pdf::PaintKind::image ? paint.width * paint.height > 4 : !is_dark(paint)) return false;
    const float w = wide(paint.box), h = tall(paint.box);
    return h >= 5 && h <= 40 && w >= 1.2f * h && w <= 400;
  }

  bool on_line(const pdf::Glyph& glyph, const Box& bar) const {
    if (scan_.runs[glyph.run].direction != pdf::Direction::right) return false;
    const float size = scan_.runs[glyph.run].size, middle = glyph.baseline - 0.3f * size;
    return middle > bar.top && middle < bar.bottom && tall(bar) > 0.55f * size && tall(bar) < 2.2f * size;
  }

  GapLine line_at(const Box& bar) const {
    GapLine line;
    bool blank = true;
    for (std::size_t at = 0; at < scan_.glyphs.size(); ++at) {
      const pdf::Glyph& glyph = scan_.glyphs[at];
      if (glyph.unicode <= U' ' || glyph.unicode == U'\xA0') {
        blank = true;
        continue;
      }
      if (!on_line(glyph, bar)) continue;
      const float x = (glyph.box.left + glyph.box.right) / 2;
      ++line.letters;
      if (x > bar.left && x < bar.right) line.inside = true;
      else if (x <= bar.left && (line.before == nullptr || glyph.box.right > line.before->box.right)) line.before = &glyph;
      else if (x >= bar.right && (line.after == nullptr || glyph.box.left < line.after->box.left)) line.after = &glyph;
      if (x <= bar.left && blank) ++line.words_before;
      blank = false;
    }
    return line;
  }

  void look(const pdf::Paint& paint) {
    const GapLine line = line_at(paint.box);
    if (line.inside || line.letters < 4) return;
    const auto beside = [&](const pdf::Glyph* glyph, float gap) { return glyph != nullptr && gap < near * scan_.runs[glyph->run].size; };
    const bool left = beside(line.before, line.before == nullptr ? 0 : paint.box.left - line.before->box.right);
    const bool right = beside(line.after, line.after == nullptr ? 0 : line.after->box.left - paint.box.right);
    // A bar of a chart stands beside its label; one that hides stands in a sentence.
    if (!(left && right) && !(left && line.words_before >= 3) && !(right && line.letters >= 15)) return;
    const pdf::Glyph& next = left ? *line.before : *line.after;
    float width = wide(paint.box);
    if (left && right) width = line.after->box.left - line.before->box.right - 2 * width_of(U' ', next);
    tell(paint, next, std::min(width, wide(paint.box)));
  }

  /// How wide a letter is in the type of the letter `like`, as the page shows it or as Helvetica has it.
  float width_of(char32_t letter, const pdf::Glyph& like) {
    const pdf::Run& run = scan_.runs[like.run];
    auto& known = widths_[{run.font, static_cast<int>(run.size * 20)}];
    if (known.empty()) {
      for (const pdf::Glyph& glyph : scan_.glyphs) {
        const pdf::Run& other = scan_.runs[glyph.run];
        if (other.font == run.font && std::fabs(other.size - run.size) < 0.05f && other.direction == pdf::Direction::right) known[glyph.unicode] = wide(glyph.box);
      }
      known[0] = 1;
    }
    if (const auto found = known.find(letter); found != known.end()) return found->second;
    if (letter < 32 || letter > 126) return 0.5f * run.size;
    return static_cast<float>(usual_widths[letter - 32]) / 1000 * run.size;
  }

  void tell(const pdf::Paint& paint, const pdf::Glyph& like, float width) {
    auto room = std::make_shared<LeftRoom>();
    room->width = width;
    room->exact = std::max(0.35f, 0.01f * width);
    for (std::size_t i = 0; i < room->letters.size(); ++i) room->letters[i] = width_of(static_cast<char32_t>(U' ' + i), like);
    std::size_t names = 0, fit = 0;
    for (const std::string_view name : split(data::given_names, '\n')) {
      if (name.empty() || name[0] == '#') continue;
      ++names;
      fit += fits(*room, name);
    }
    std::string how = "it is " + std::to_string(std::lround(width)) + " points wide";
    how += fit == 0 ? ", as wide as none of " + std::to_string(names) + " usual given names alone"
                    : ", as wide as " + std::to_string(fit) + " of " + std::to_string(names) + " usual given names in this type";
    Carried item{CarriedKind::hidden_text, "bar in place of words", "", "", {1, scan_.number, 0}, scan_.number, paint.box, "telling-gap", how, false};
    item.room = std::move(room);
    container_.items.push_back(std::move(item));
  }

  const pdf::PageScan& scan_;
  Container& container_;
  std::map<std::pair<std::uint32_t, int>, std::map<char32_t, float>> widths_;
};

}  // namespace

void carry_gaps(const pdf::PageScan& scan, Container& container) { Gaps(scan, container).run(); }

}  // namespace casewright
