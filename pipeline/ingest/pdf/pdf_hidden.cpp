#include "ingest/pdf/pdf_hidden.h"

#include <algorithm>
#include <cmath>

#include "base/among.h"
#include "base/text.h"
#include "foreign/unicode.h"
#include "ingest/pdf/pdf_blanks.h"
#include "ingest/pdf/pdf_boxes.h"

namespace casewright {
namespace {

struct UnseenRisk {
  Unseen why;
  std::string_view risk, name;
};

const UnseenRisk& row_of(Unseen why) {
  static constexpr UnseenRisk rows[] = {
      {Unseen::under_shape, "text-under-shape", "words under a shape"},
      {Unseen::under_image, "text-under-image", "words under a picture"},
      {Unseen::under_annotation, "text-under-annotation", "words under an annotation"},
      {Unseen::same_colour, "text-same-colour", "words in the colour of what lies behind them"},
      {Unseen::invisible, "invisible-text", "words in invisible ink"},
      {Unseen::masked, "invisible-text", "words behind a mask"},
      {Unseen::clipped, "clipped-text", "words cut off"},
      {Unseen::off_page, "off-page-text", "words beside the page"},
      {Unseen::tiny, "tiny-text", "tiny words"},
      {Unseen::blackened, "text-under-shape", "words under a dark part of a scan"},
      {Unseen::drawn_alike, "text-under-shape", "words in letters that are drawn as blocks"},
      {Unseen::layer, "hidden-layer", "words in a layer that is switched off"},
  };
  const auto found = std::find_if(std::begin(rows), std::end(rows), [why](const UnseenRisk& row) { return row.why == why; });
  return found == std::end(rows) ? rows[0] : *found;
}

std::string_view tone_of(std::uint32_t rgb) {
  const auto part = [rgb](int shift) { return static_cast<int>(rgb >> shift & 255); };
  const int most = std::max({part(16), part(8), part(0)}), least = std::min({part(16), part(8), part(0)});
  if (most < 80) return "black";
  if (least > 225) return "white";
  return most - least < 30 ? "grey" : "coloured";
}

/// "a black shape".
std::string cover_in_words(const pdf::PageScan& scan, std::uint32_t cover) {
  if (cover == pdf::none) return "something";
  const pdf::Paint& paint = scan.paints[cover];
  const std::string tone(tone_of(paint.rgb));
  if (paint.annotation != pdf::none && paint.annotation < scan.annotations.size())
    return "an annotation (" + scan.annotations[paint.annotation].kind + ")";
  switch (paint.kind) {
    case pdf::PaintKind::fill: return "a " + tone + " shape";
    case pdf::PaintKind::stroke: return "a " + tone + " line";
    case pdf::PaintKind::pattern: return "a pattern";
    case pdf::PaintKind::shading: return "a shaded area";
    case pdf::PaintKind::image:
    case pdf::PaintKind::image_mask: return "a picture";
  }
  return "something";
}

std::string how_in_words(const pdf::PageScan& scan, Unseen why, std::uint32_t cover, const pdf::Run& run) {
  switch (why) {
    case Unseen::under_shape:
    case Unseen::under_image:
    case Unseen::under_annotation: return "under " + cover_in_words(scan, cover);
    case Unseen::same_colour: return std::string(tone_of(run.rgb)) + " on a ground of the same colour";
    case Unseen::invisible: return run.alpha < 13 ? "in ink that lets everything through" : "in invisible ink";
    case Unseen::masked: return "behind a mask that lets nothing of them be seen";
    case Unseen::clipped: return "outside the frame that they are cut to";
    case Unseen::off_page: return "beside the page";
    case Unseen::blackened: return "under a dark part of the scan";
    case Unseen::drawn_alike: return "in a font that draws every letter as the same block";
    case Unseen::tiny: return "in letters too small to read";
    case Unseen::layer: return "in a layer that is switched off";
    case Unseen::no:
    case Unseen::recognised: break;
  }
  return "where nobody sees them";
}

/// The words in small letters, one blank between them, marks dropped.
std::string plain_words(std::string_view text, bool numbers_alike) {
  std::string plain;
  bool blank = true;
  for (const char c : unicode::fold(text)) {
    const auto byte = static_cast<unsigned char>(c);
    const bool digit = byte >= '0' && byte <= '9';
    if (!digit && !(byte >= 'a' && byte <= 'z') && byte < 0x80) {
      if (!blank) plain += ' ';
      blank = true;
      continue;
    }
    if (!(numbers_alike && digit && !plain.empty() && plain.back() == '#')) plain += numbers_alike && digit ? '#' : c;
    blank = false;
  }
  if (!plain.empty() && plain.back() == ' ') plain.pop_back();
  return plain;
}

/// True where every word stands among those in sight.
bool all_said(const std::string& plain, const std::string& in_sight) {
  for (const std::string_view word : split(plain, ' '))
    if (!word.empty() && in_sight.find(" " + std::string(word) + " ") == std::string::npos) return false;
  return true;
}

/// Cuts the hidden letters of a page into passages, and writes down the others.
class Gatherer {
 public:
  Gatherer(const pdf::PageScan& scan, const PageSight& sight) : scan_(scan), sight_(sight) {}

  struct Found {
    std::string text;
    Box box;
    Unseen why;
    std::uint32_t cover, first;
    std::size_t letters = 0, digits = 0;
    float inked = 0;  ///< the area of its letters
  };
  std::vector<Found> found;
  std::string shown;

  void run() {
    for (std::uint32_t at = 0; at < scan_.glyphs.size(); ++at) {
      const pdf::Glyph& glyph = scan_.glyphs[at];
      if (shows_nothing(glyph.unicode)) {
        blank_ = true;
        show(U' ');
      } else if (sight_.letters[at].why == Unseen::no || sight_.letters[at].why == Unseen::recognised) {
        if (parted(glyph)) show(U' ');
        show(glyph.unicode);
        open_ = false;
      } else {
        hide(at);
      }
      last_ = &glyph;
    }
  }

 private:
  bool parted(const pdf::Glyph& glyph) const {
    if (last_ == nullptr) return true;
    const float size = std::max(1.0f, scan_.runs[glyph.run].size);
    return std::fabs(glyph.baseline - last_->baseline) > 0.3f * size || glyph.box.left - last_->box.right > 0.16f * size ||
           glyph.box.right < last_->box.left - 0.5f * size;
  }

  void show(char32_t c) {
    if (c != U' ') append_utf8(shown, c);
    else if (!shown.empty() && shown.back() != ' ') shown += ' ';
  }

  void hide(std::uint32_t at) {
    const pdf::Glyph& glyph = scan_.glyphs[at];
    const Sight& sight = sight_.letters[at];
    const float size = std::max(1.0f, scan_.runs[glyph.run].size);
    const bool far = last_hidden_ != nullptr && std::fabs(glyph.baseline - last_hidden_->baseline) < 0.3f * size &&
                     glyph.box.left - last_hidden_->box.right > 3 * size;
    if (!open_ || far || found.back().why != sight.why) {
      found.push_back({{}, glyph.box, sight.why, sight.cover, at});
      open_ = true;
    } else if (blank_ || parted(glyph)) {
      found.back().text += ' ';
    }
    Found& here = found.back();
    append_utf8(here.text, glyph.unicode);
    here.box = around(here.box, glyph.box);
    here.inked += area(glyph.box);
    const bool digit = glyph.unicode >= '0' && glyph.unicode <= '9';
    here.digits += digit;
    here.letters += !digit && is_word_character(glyph.unicode);
    blank_ = false;
    last_hidden_ = &glyph;
    show(U' ');
  }

  const pdf::PageScan& scan_;
  const PageSight& sight_;
  const pdf::Glyph* last_ = nullptr;
  const pdf::Glyph* last_hidden_ = nullptr;
  bool open_ = false, blank_ = false;
};

/// True where what covers the words was made for them: it holds little else.
bool is_bar(const pdf::PageScan& scan, const Gatherer::Found& found) {
  if (found.why == Unseen::blackened || found.why == Unseen::drawn_alike) return found.letters + found.digits > 1;
  if (found.cover == pdf::none) return false;
  if (found.why != Unseen::under_shape && found.why != Unseen::under_image && found.why != Unseen::under_annotation) return false;
  const Box& cover = scan.paints[found.cover].box;
  return found.inked > 0.25f * area(meet(cover, around(cover, found.box))) || (tall(cover) < 3 * tall(found.box) && wide(cover) < 3 * wide(found.box));
}

}  // namespace

void PdfHidden::add(const pdf::PageScan& scan, const PageSight& sight) {
  ++pages_;
  Gatherer gatherer(scan, sight);
  gatherer.run();
  shown_ += gatherer.shown;
  shown_ += ' ';
  if (gatherer.found.empty()) return;
  const std::string shown = " " + plain_words(gatherer.shown, false) + " ";
  for (const Gatherer::Found& found : gatherer.found) {
    const bool bar = is_bar(scan, found);
    // A hidden figure or two is the label of a chart; a bar hides what somebody meant to hide.
    if (found.letters + found.digits == 0 || (!bar && found.letters < 2 && found.digits < 6)) continue;
    const UnseenRisk& row = row_of(found.why);
    Passage passage;
    passage.why = found.why;
    passage.letters = found.letters;
    passage.digits = found.digits;
    passage.item = {found.why == Unseen::layer ? CarriedKind::layer : CarriedKind::hidden_text, std::string(row.name), found.text, "",
                    {1, scan.number, found.first}, scan.number, found.box, std::string(row.risk),
                    how_in_words(scan, found.why, found.cover, scan.runs[scan.glyphs[found.first].run]), bar};
    passage.said_in_sight = all_said(plain_words(found.text, false), shown);
    passage.repeated_as = plain_words(found.text, true);
    auto& pages = pages_of_[passage.repeated_as];
    if (pages.empty() || pages.back() != scan.number) pages.push_back(scan.number);
    passages_.push_back(std::move(passage));
  }
}

const std::string& PdfHidden::words_in_sight() {
  if (in_sight_.empty()) in_sight_ = " " + plain_words(shown_, false) + " ";
  return in_sight_;
}

bool PdfHidden::says(std::string_view words) { return all_said(plain_words(words, false), words_in_sight()); }

bool PdfHidden::says_joined(std::string_view words) {
  if (joined_.empty()) joined_ = replace_every(words_in_sight(), " ", "");
  const std::string joined = replace_every(plain_words(words, false), " ", "");
  return joined_.find(joined) != std::string::npos;
}

bool PdfHidden::says_short(std::string_view words) {
  std::string initials;
  const std::string folded = fold_space(words);
  for (const std::string_view each : split(folded, ' '))
    if (!each.empty() && each[0] >= 'A' && each[0] <= 'Z') initials += each[0];
  return initials.size() > 1 && says(initials);
}

namespace {

/// True for what printers set beside the page to cut and to mix inks by: "Cyan Magenta Yellow Black".
bool is_printers_mark(std::string_view words) {
  const std::string lower = ascii_lower(fold_space(words));
  for (const std::string_view each : split(lower, ' '))
    if (!among({"cyan", "magenta", "yellow", "black", "key", "c", "m", "y", "k", "cmyk", "process", "registration", "trim", "bleed", "crop", "marks", "page", "of"}, each) && each.find_first_not_of("0123456789%") != std::string_view::npos) return false;
  return true;
}

}  // namespace

void PdfHidden::carry(Container& container) {
  for (Passage& passage : passages_) {
    const std::size_t pages = pages_of_[passage.repeated_as].size();
    const bool furniture = pages >= 3 && 2 * pages >= pages_;
    passage.item.harmless = !passage.item.deliberate && (furniture || passage.said_in_sight);
    if (passage.item.risk == "off-page-text" && is_printers_mark(passage.item.text)) continue;
    container.items.push_back(std::move(passage.item));
  }
  passages_.clear();
}

}  // namespace casewright
