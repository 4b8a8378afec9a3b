#include "ingest/pdf/pdf_pieces.h"

#include <algorithm>
#include <cmath>

#include "base/letters.h"
#include "base/right_to_left.h"
#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/pdf/pdf_blanks.h"
#include "ingest/pdf/pdf_private_letters.h"

namespace casewright {
namespace {

bool is_within(const pdf::Glyph& glyph, const Box& box) {
  const float x = (glyph.box.left + glyph.box.right) / 2, y = (glyph.box.top + glyph.box.bottom) / 2;
  return x >= box.left && x <= box.right && y >= box.top && y <= box.bottom;
}

void widen(Box& box, const Box& other) {
  box = {std::min(box.left, other.left), std::min(box.top, other.top), std::max(box.right, other.right), std::max(box.bottom, other.bottom)};
}

/// Cuts the glyphs of one content into stretches.
class Cutter {
 public:
  Cutter(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts) : scan_(scan), fonts_(fonts) {}

  void add(std::uint32_t at, std::vector<PdfStretch>& into) {
    const pdf::Glyph& glyph = scan_.glyphs[at];
    const pdf::Run& run = scan_.runs[glyph.run];
    if (run.replaced != pdf::none) return replace(at, run, into);
    const std::string* target = target_of(glyph);
    if (into.empty() || !goes_on(into.back(), at, run, target)) open(at, run, target, into);
    PdfStretch& stretch = into.back();
    widen(stretch.box, glyph.box);
    const char32_t letter = told_letter(scan_, fonts_, at);
    append_utf8(stretch.text, is_blank(letter) ? U' ' : letter);
    next_ = at + 1;
    left_ = glyph.box.left;
    right_ = glyph.box.right;
  }

 private:
  const std::string* target_of(const pdf::Glyph& glyph) const {
    for (const pdf::Link& link : scan_.links)
      if (!link.target.empty() && is_within(glyph, link.box)) return &link.target;
    return nullptr;
  }

  bool goes_on(const PdfStretch& last, std::uint32_t at, const pdf::Run& run, const std::string* target) const {
    const pdf::Glyph& glyph = scan_.glyphs[at];
    const pdf::Font& font = fonts_[run.font];
    const bool leftwards = at > 0 && (is_right_to_left(glyph.unicode) || is_right_to_left(scan_.glyphs[at - 1].unicode)) && glyph.box.right < right_;
    const float gap = leftwards ? left_ - glyph.box.right : glyph.box.left - right_, tall = std::max(run.size, 1.0f);
    return at == next_ && last.exact && std::fabs(glyph.baseline - last.baseline) < 0.1f * tall && gap < 0.16f * tall && gap > -0.6f * tall &&
           std::fabs(run.size - last.size) < 0.1f && font.bold == last.strong && font.italic == last.emphasis && last.target == (target == nullptr ? std::string() : *target);
  }

  void open(std::uint32_t at, const pdf::Run& run, const std::string* target, std::vector<PdfStretch>& into) const {
    const pdf::Glyph& glyph = scan_.glyphs[at];
    PdfStretch& fresh = into.emplace_back();
    fresh.page = scan_.number;
    fresh.first_glyph = at;
    fresh.box = glyph.box;
    fresh.baseline = glyph.baseline;
    fresh.size = run.size;
    fresh.strong = fonts_[run.font].bold;
    fresh.emphasis = fonts_[run.font].italic;
    if (target != nullptr) fresh.target = *target;
  }

  /// Words that stand in for glyphs come once, with the place of all of them.
  void replace(std::uint32_t at, const pdf::Run& run, std::vector<PdfStretch>& into) {
    if (run.replaced != replaced_ || into.empty()) {
      open(at, run, target_of(scan_.glyphs[at]), into);
      into.back().text = scan_.replacements[run.replaced].text;
      into.back().exact = false;
      replaced_ = run.replaced;
    }
    widen(into.back().box, scan_.glyphs[at].box);
    next_ = at + 1;
    left_ = scan_.glyphs[at].box.left;
    right_ = scan_.glyphs[at].box.right;
  }

  const pdf::PageScan& scan_;
  const std::vector<pdf::Font>& fonts_;
  std::uint32_t next_ = pdf::none, replaced_ = pdf::none;
  float left_ = 0, right_ = 0;  ///< of the glyph before
};

std::string last_word(const std::string& text) { return text.substr(text.find_last_of(' ') + 1); }
std::string first_word(const std::string& text) { return text.substr(0, text.find(' ')); }

/// Takes the hyphen off the end of a line where the next begins in the middle of the word; true where no space comes
/// between the two.
bool join_parted(std::string& before, const std::string& next, Hyphens& hyphens) {
  for (const std::string_view mark : {"\xC2\xAD", "\xE2\x80\x90", "-"}) {
    if (!before.ends_with(mark) || before.size() < mark.size() + 2 || next.empty() || !is_small(next[0])) continue;
    if (!is_letter(before[before.size() - mark.size() - 1])) return false;
    const std::string head = last_word(before.substr(0, before.size() - mark.size()));
    if (mark == "\xC2\xAD" || hyphens.goes(head, first_word(next))) before.resize(before.size() - mark.size());
    return true;
  }
  return false;
}

/// A small number above the line of the words beside it.
bool is_raised(const PdfStretch& each, const PdfStretch* before, const PdfStretch* after) {
  if (!is_small_number(trim(each.text))) return false;
  for (const PdfStretch* beside : {before, after})
    if (beside != nullptr && beside->page == each.page && each.size < 0.88f * beside->size && beside->baseline - each.baseline > 0.4f &&
        beside->baseline - each.baseline < beside->size)
      return true;
  return false;
}

/// Where the words came from, told anew at each.
std::vector<OriginStep> steps_of(const PdfStretch& stretch) {
  Origin from{1, stretch.page, stretch.first_glyph};
  if (!stretch.exact) return {{0, from, OriginStep::Steps::stays}};
  std::vector<OriginStep> steps;
  bool fresh = true;
  for (std::uint32_t at = 0; at < stretch.text.size(); ++at) {
    if ((static_cast<unsigned char>(stretch.text[at]) & 0xC0) == 0x80) continue;
    if (fresh) steps.push_back({at, from, OriginStep::Steps::by_character});
    fresh = stretch.text[at] == ' ';
    ++from.at;
  }
  return steps;
}

}  // namespace

bool is_seen(const pdf::PageScan& scan, const pdf::Glyph& glyph, bool scanned) {
  const pdf::Run& run = scan.runs[glyph.run];
  const Box page{0, 0, scan.width, scan.height};
  const Box clip{run.clip.left - 1, run.clip.top - 1, run.clip.right + 1, run.clip.bottom + 1};
  return is_within(glyph, page) && is_within(glyph, clip) && !run.hidden_layer && (scanned || !run.invisible());
}

std::uint32_t content_of(const pdf::PageScan& scan, const pdf::Run& run) {
  std::uint32_t content = run.content;
  while (content != pdf::none && scan.contents[content].id == pdf::none) content = scan.contents[content].parent;
  return content;
}

void PdfPieces::add(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts) {
  Cutter cutter(scan, fonts);
  std::uint32_t run = pdf::none;
  std::vector<PdfStretch>* into = nullptr;
  for (std::uint32_t at = 0; at < scan.glyphs.size(); ++at) {
    const pdf::Glyph& glyph = scan.glyphs[at];
    if (glyph.run != run) {
      run = glyph.run;
      const std::uint32_t content = content_of(scan, scan.runs[run]);
      into = content == pdf::none || scan.contents[content].artifact ? nullptr : &pieces_[{scan.number, scan.contents[content].form, scan.contents[content].id}];
    }
    if (into != nullptr && is_seen(scan, glyph, false)) cutter.add(at, *into);
  }
}

const std::vector<PdfStretch>* PdfPieces::find(std::uint32_t page, std::uint32_t form, std::uint32_t id) const {
  const auto found = pieces_.find({page, form, id});
  return found == pieces_.end() ? nullptr : &found->second;
}

bool on_one_line(const PdfStretch& before, const PdfStretch& next) {
  const float shift = std::fabs(before.baseline - next.baseline), tall = std::max({before.size, next.size, 1.0f});
  const bool level = shift <= 0.25f * tall || (shift <= 0.6f * tall && std::fabs(before.size - next.size) > 0.15f * tall);
  return before.page == next.page && level && next.box.left > before.box.left - 0.3f * tall;
}

std::vector<Inline> inlines_of(std::vector<PdfStretch> stretches, Hyphens& hyphens, bool plain) {
  std::erase_if(stretches, [](const PdfStretch& each) { return each.text.empty(); });
  for (std::size_t i = 0; i < stretches.size(); ++i)
    stretches[i].raised = is_raised(stretches[i], i == 0 ? nullptr : &stretches[i - 1], i + 1 == stretches.size() ? nullptr : &stretches[i + 1]);
  RunBuilder words;
  for (std::size_t i = 0; i < stretches.size(); ++i) {
    PdfStretch& each = stretches[i];
    bool space = false;
    if (i + 1 < stretches.size()) {
      const PdfStretch& next = stretches[i + 1];
      space = on_one_line(each, next) ? next.box.left - each.box.right > 0.14f * std::min(each.size, next.size) : !join_parted(each.text, next.text, hyphens);
      space = space && !next.raised;
    }
    if (each.raised) {
      words.add_note_reference(std::string(trim(each.text)), "", {1, each.page, each.first_glyph});
      if (space) words.add(" ", steps_of(each), {});
      continue;
    }
    RunBuilder::Setting setting;
    if (each.strong && !plain) setting.marks = setting.marks.with(Mark::strong);
    if (each.emphasis && !plain) setting.marks = setting.marks.with(Mark::emphasis);
    setting.target = each.target;
    setting.language = each.language;
    words.add(each.text, steps_of(each), setting);
    if (space) words.add(" ", {{0, {1, each.page, each.first_glyph}, OriginStep::Steps::stays}}, setting);
  }
  return words.take();
}

}  // namespace casewright
