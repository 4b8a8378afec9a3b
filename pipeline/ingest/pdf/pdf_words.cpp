#include "ingest/pdf/pdf_words.h"

#include <algorithm>
#include <cmath>

#include "base/right_to_left.h"
#include "base/text.h"
#include "ingest/pdf/pdf_blanks.h"
#include "ingest/pdf/pdf_private_letters.h"

namespace casewright {

void join_boxes(Box& box, const Box& other) {
  box = {std::min(box.left, other.left), std::min(box.top, other.top), std::max(box.right, other.right),
         std::max(box.bottom, other.bottom)};
}

bool holds_point(const Box& box, float x, float y, float slack) {
  return x >= box.left - slack && x <= box.right + slack && y >= box.top - slack && y <= box.bottom + slack;
}

namespace {

using pdf::Direction;

/// Letters that take no room and say nothing to a reader.
bool is_nothing(char32_t c) { return (c >= U'\x200B' && c <= U'\x200D') || c == U'\x2060' || c == U'\xFEFF'; }

/// What the private letters of symbol fonts stand for.
char32_t plain_letter(char32_t c) {
  switch (c) {
    case U'\xF0B7': case U'\xF06C': case U'\xF09F': return U'\x2022';
    case U'\xF0A7': case U'\xF06E': return U'\x25AA';
    case U'\xF0D8': return U'\x27A2';
    case U'\xF0FC': return U'\x2713';
    case U'\xF02D': case U'\xF0BE': return U'\x2013';
  }
  return c;
}

/// A place on the page as it is shown, on the page as its text is read.
Box turned(const Box& box, Direction direction, float width, float height) {
  switch (direction) {
    case Direction::down: return {box.top, width - box.right, box.bottom, width - box.left};
    case Direction::up: return {height - box.bottom, box.left, height - box.top, box.right};
    case Direction::left: return {width - box.right, height - box.bottom, width - box.left, height - box.top};
    case Direction::right:
    case Direction::slanted: break;
  }
  return box;
}

float turned_baseline(float baseline, Direction direction, float width, float height) {
  switch (direction) {
    case Direction::down: return width - baseline;
    case Direction::left: return height - baseline;
    case Direction::up:
    case Direction::right:
    case Direction::slanted: break;
  }
  return baseline;
}

/// The way most of a page's text runs.
Direction main_direction(const pdf::PageScan& scan) {
  std::size_t counts[5] = {};
  for (const pdf::Glyph& glyph : scan.glyphs) ++counts[static_cast<std::size_t>(scan.runs[glyph.run].direction)];
  std::size_t best = 0;
  for (std::size_t i = 1; i < 4; ++i)
    if (counts[i] > 2 * counts[best] + 20) best = i;
  return static_cast<Direction>(best);
}

/// Cuts the glyphs of a page into words, in the order of painting.
class WordCutter {
 public:
  WordCutter(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, LaidPage& page) : scan_(scan), fonts_(fonts), page_(page) {}

  std::vector<LaidWord> run() {
    words_.reserve(scan_.glyphs.size() / 5);
    for (std::uint32_t at = 0; at < scan_.glyphs.size(); ++at) {
      const pdf::Glyph& glyph = scan_.glyphs[at];
      const pdf::Run& run = scan_.runs[glyph.run];
      if (is_unseen(glyph, run)) hide(glyph, at);
      else if (is_blank(told_letter(scan_, fonts_, at))) close(), blank_ = true;
      else if (run.replaced != pdf::none) replace(glyph, run, at);
      else if (!is_nothing(glyph.unicode)) add(glyph, run, at);
      else next_ = at + 1, nothing_inside_ = true;
    }
    close();
    return std::move(words_);
  }

 private:
  bool is_unseen(const pdf::Glyph& glyph, const pdf::Run& run) const {
    const float x = middle_x(glyph.box), y = middle_y(glyph.box);
    const bool off = x < 0 || y < 0 || x > scan_.width || y > scan_.height;
    const bool cut = !holds_point(run.clip, x, y, 1);
    return off || cut || run.hidden_layer || (run.invisible() && !page_.scanned);
  }

  void hide(const pdf::Glyph& glyph, std::uint32_t at) {
    if (at != last_hidden_ + 1 && !page_.hidden.empty()) page_.hidden += ' ';
    append_utf8(page_.hidden, is_blank(glyph.unicode) ? U' ' : glyph.unicode);
    last_hidden_ = at;
  }

  void replace(const pdf::Glyph& glyph, const pdf::Run& run, std::uint32_t at) {
    if (run.replaced == replaced_) {
      if (open_) join_boxes(word_.box, turned(glyph.box, page_.direction, scan_.width, scan_.height));
      return;
    }
    replaced_ = run.replaced;
    const std::string words = fold_space(scan_.replacements[run.replaced].text);
    if (words.empty() || words == "\xC2\xAD") return;
    add(glyph, run, at);
    if (!word_.text.empty()) word_.text.resize(word_.text.size() - last_bytes_);
    word_.text += words;
    word_.exact = false;
  }

  void add(const pdf::Glyph& glyph, const pdf::Run& run, std::uint32_t at) {
    ++page_.letters;
    const pdf::Font& font = fonts_[run.font];
    page_.unknown += glyph.unicode == U'\xFFFD' || !font.has_unicode || tells_nothing(scan_, fonts_, at);
    const bool along = run.direction == page_.direction;
    const Box box = along && page_.direction != Direction::right ? turned(glyph.box, page_.direction, scan_.width, scan_.height) : glyph.box;
    const float baseline = along ? turned_baseline(glyph.baseline, page_.direction, scan_.width, scan_.height) : box.bottom;
    if (open_ && !goes_on(box, baseline, run, font, at, along)) close();
    if (!open_) begin(box, baseline, run, font, at);
    if (nothing_inside_ && !word_.text.empty()) word_.exact = false;
    nothing_inside_ = false;
    join_boxes(word_.box, box);
    const std::size_t before = word_.text.size();
    append_utf8(word_.text, plain_letter(told_letter(scan_, fonts_, at)));
    last_bytes_ = word_.text.size() - before;
    next_ = at + 1;
  }

  bool goes_on(const Box& box, float baseline, const pdf::Run& run, const pdf::Font& font, std::uint32_t at, bool along) const {
    if (at != next_ || std::fabs(run.size - word_.size) >= 0.1f || font.bold != word_.strong || font.italic != word_.emphasis) return false;
    if (!along) return run.direction == scan_.runs[scan_.glyphs[at - 1].run].direction;
    const bool leftwards = is_right_to_left(scan_.glyphs[at].unicode) && is_right_to_left(scan_.glyphs[at - 1].unicode);
    const float gap = leftwards ? word_.box.left - box.right : box.left - word_.box.right, tall = std::max(run.size, 1.0f);
    return std::fabs(baseline - word_.baseline) < 0.1f * tall && gap < 0.16f * tall && gap > -0.6f * tall;
  }

  void begin(const Box& box, float baseline, const pdf::Run& run, const pdf::Font& font, std::uint32_t at) {
    word_ = {};
    word_.box = box;
    word_.baseline = baseline;
    word_.size = run.size;
    word_.first_glyph = at;
    word_.rgb = run.rgb;
    word_.slanted = run.direction == Direction::slanted;
    word_.strong = font.bold || run.render == 2;
    word_.emphasis = font.italic;
    word_.spaced = blank_;
    blank_ = false;
    open_ = true;
    nothing_inside_ = false;
  }

  void close() {
    if (open_ && !word_.text.empty()) words_.push_back(std::move(word_));
    open_ = false;
  }

  const pdf::PageScan& scan_;
  const std::vector<pdf::Font>& fonts_;
  LaidPage& page_;
  std::vector<LaidWord> words_;
  LaidWord word_;
  bool open_ = false, blank_ = false, nothing_inside_ = false;
  std::uint32_t next_ = 0, last_hidden_ = pdf::none - 1, replaced_ = pdf::none;
  std::size_t last_bytes_ = 0;
};

void add_links(std::vector<LaidWord>& words, const pdf::PageScan& scan, const LaidPage& page) {
  if (scan.links.size() > 5000) return;
  for (const pdf::Link& link : scan.links) {
    if (link.target.empty()) continue;
    const Box box = turned(link.box, page.direction, scan.width, scan.height);
    for (LaidWord& word : words)
      if (holds_point(box, middle_x(word.box), middle_y(word.box), 0)) word.target = link.target;
  }
}

/// Bullets that are drawn as discs or squares become words like the letters that others use.
void add_drawn_bullets(std::vector<LaidWord>& words, const pdf::PageScan& scan) {
  std::vector<const pdf::Paint*> dots;
  for (const pdf::Paint& paint : scan.paints) {
    const float wide = paint.box.right - paint.box.left, high = paint.box.bottom - paint.box.top;
    const bool drawn = paint.kind == pdf::PaintKind::fill || paint.kind == pdf::PaintKind::stroke;
    if (drawn && paint.alpha > 0 && wide > 1.2f && wide < 9 && high > 1.2f && high < 9 && std::fabs(wide - high) < 0.2f * wide + 0.3f) dots.push_back(&paint);
  }
  if (dots.empty() || dots.size() > 2000) return;
  // The word nearest to the right of each; words by height, so that a page of dots stays quick.
  std::vector<std::uint32_t> order(words.size());
  for (std::uint32_t i = 0; i < order.size(); ++i) order[i] = i;
  std::sort(order.begin(), order.end(), [&](std::uint32_t a, std::uint32_t b) { return words[a].baseline < words[b].baseline; });
  std::vector<LaidWord> bullets;
  for (const pdf::Paint* dot : dots) {
    const float y = middle_y(dot->box);
    auto each = std::lower_bound(order.begin(), order.end(), y - 1, [&](std::uint32_t i, float at) { return words[i].baseline < at; });
    const LaidWord* beside = nullptr;
    for (; each != order.end() && words[*each].baseline < y + 20; ++each) {
      const LaidWord& word = words[*each];
      const float gap = word.box.left - dot->box.right, up = word.baseline - y;
      if (gap < 0.15f * word.size || gap > 3.2f * word.size || up < 0.05f * word.size || up > 0.65f * word.size) continue;
      if (dot->box.right - dot->box.left > 0.75f * word.size) continue;
      if (beside == nullptr || word.box.left < beside->box.left) beside = &word;
    }
    const bool taken = beside == nullptr || std::any_of(words.begin(), words.end(), [&](const LaidWord& word) {
      return std::fabs(word.baseline - beside->baseline) < 1 && word.box.right <= dot->box.left && dot->box.left - word.box.right < 1.5f * beside->size;
    });
    if (taken) continue;
    LaidWord bullet;
    bullet.box = dot->box;
    bullet.baseline = beside->baseline;
    bullet.size = beside->size;
    bullet.first_glyph = beside->first_glyph;
    bullet.rgb = beside->rgb;
    bullet.exact = false;
    bullet.strong = beside->strong;
    bullet.emphasis = beside->emphasis;
    bullet.text = dot->kind == pdf::PaintKind::fill ? "\xE2\x80\xA2" : "\xE2\x97\xA6";
    bullets.push_back(std::move(bullet));
  }
  std::move(bullets.begin(), bullets.end(), std::back_inserter(words));
}

void learn_pictures(const pdf::PageScan& scan, LaidPage& page) {
  for (const pdf::Paint& paint : scan.paints) {
    if (paint.kind != pdf::PaintKind::image && paint.kind != pdf::PaintKind::image_mask) continue;
    const float wide = paint.box.right - paint.box.left, high = paint.box.bottom - paint.box.top;
    if (wide * high > 0.6f * scan.width * scan.height) page.scanned = true;
    else if (wide > 40 && high > 40 && page.pictures.size() < 200) page.pictures.push_back(turned(paint.box, page.direction, scan.width, scan.height));
  }
}

}  // namespace

std::vector<LaidWord> words_of(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts, LaidPage& page) {
  page.number = scan.number;
  page.direction = main_direction(scan);
  const bool lies = page.direction == Direction::down || page.direction == Direction::up;
  page.width = lies ? scan.height : scan.width;
  page.height = lies ? scan.width : scan.height;
  page.cut_short = scan.cut_short;
  learn_pictures(scan, page);
  std::vector<LaidWord> words = WordCutter(scan, fonts, page).run();
  add_links(words, scan, page);
  if (page.direction == Direction::right) add_drawn_bullets(words, scan);
  return words;
}

}  // namespace casewright
