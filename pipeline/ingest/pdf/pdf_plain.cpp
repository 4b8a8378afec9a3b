#include "ingest/pdf/pdf_plain.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ingest/pdf/pdf_boxes.h"
#include "ingest/pdf/pdf_pieces.h"

namespace casewright {
namespace {

bool is_blank_or_sign(char32_t c) { return c <= U' ' || c == U'\xA0' || (c >= 0x2000 && c <= 0x200F) || c == 0x3000; }

class Painted {
 public:
  Painted(const pdf::PageScan& scan, PdfPlain::Page& page, std::vector<Block>& blocks) : scan_(scan), page_(page), blocks_(blocks) {}

  void run() {
    for (std::uint32_t at = 0; at < scan_.glyphs.size(); ++at) {
      const pdf::Glyph& glyph = scan_.glyphs[at];
      const pdf::Run& run = scan_.runs[glyph.run];
      if (!is_seen(scan_, glyph, page_.scanned) || is_blank_or_sign(glyph.unicode)) blank_ = true;
      else if (run.replaced == pdf::none) add(glyph, run, at);
      else if (run.replaced != replaced_) replace(glyph, run, at);
    }
  }

 private:
  void add(const pdf::Glyph& glyph, const pdf::Run& run, std::uint32_t at) {
    ++page_.letters;
    page_.unknown += glyph.unicode == U'\xFFFD';
    Inline& words = go_on(glyph, run);
    if (next_ != at || words.origins.empty())
      words.origins.push_back({static_cast<std::uint32_t>(words.text.size()), {1, scan_.number, at}, OriginStep::Steps::by_character});
    append_utf8(words.text, glyph.unicode);
    next_ = at + 1;
    last_ = &glyph;
  }

  /// What the file says in place of letters.
  void replace(const pdf::Glyph& glyph, const pdf::Run& run, std::uint32_t at) {
    replaced_ = run.replaced;
    const std::string instead = fold_space(scan_.replacements[run.replaced].text);
    if (instead.empty()) return;
    ++page_.letters;
    Inline& words = go_on(glyph, run);
    words.origins.push_back({static_cast<std::uint32_t>(words.text.size()), {1, scan_.number, at}, OriginStep::Steps::stays});
    words.text += instead;
    last_ = &glyph;
  }

  /// The run of words that the glyph belongs to, a blank before it where one is seen.
  Inline& go_on(const pdf::Glyph& glyph, const pdf::Run& run) {
    const float size = std::max(1.0f, run.size);
    const float down = last_ == nullptr ? 0 : glyph.baseline - last_->baseline, gap = last_ == nullptr ? 0 : glyph.box.left - last_->box.right;
    const bool turned = last_ != nullptr && run.direction != scan_.runs[last_->run].direction;
    const bool other_line = std::fabs(down) > 0.4f * size || (run.direction == pdf::Direction::right && gap < -0.6f * size);
    if (last_ == nullptr || turned || (other_line && (down > 1.9f * size || down < -0.4f * size)) || gap > 4 * size) begin(glyph);
    Block& block = blocks_.back();
    Inline& words = block.inlines.back();
    if ((blank_ || other_line || gap > 0.16f * size) && !words.text.empty()) {
      words.text += ' ';
      next_ = pdf::none;
    }
    blank_ = false;
    block.box = around(block.box, glyph.box);
    return words;
  }

  void begin(const pdf::Glyph& glyph) {
    Block& block = blocks_.emplace_back(BlockKind::paragraph);
    block.page = scan_.number;
    block.box = glyph.box;
    block.inlines.emplace_back();
    next_ = pdf::none;
  }

  const pdf::PageScan& scan_;
  PdfPlain::Page& page_;
  std::vector<Block>& blocks_;
  const pdf::Glyph* last_ = nullptr;
  std::uint32_t next_ = pdf::none, replaced_ = pdf::none;
  bool blank_ = false;
};

bool fills_page(const pdf::PageScan& scan) {
  return std::any_of(scan.paints.begin(), scan.paints.end(), [&scan](const pdf::Paint& paint) {
    const bool picture = paint.kind == pdf::PaintKind::image || paint.kind == pdf::PaintKind::image_mask;
    return picture && area(paint.box) > 0.6f * scan.width * scan.height;
  });
}

}  // namespace

PdfPlain::Page PdfPlain::add(const pdf::PageScan& scan) {
  Page page{scan.number, 0, 0, fills_page(scan), scan.cut_short};
  Painted(scan, page, blocks_).run();
  return page;
}

}  // namespace casewright
