// A PDF with highlights and notes at the words that findings point at, and a bookmark for each.
#include <algorithm>
#include <cmath>
#include <map>

#include "base/text.h"
#include "foreign/pdf/own_marks.h"
#include "foreign/pdf/pdf_notes.h"
#include "foreign/pdf/pdf_scan.h"
#include "marking/mark_up.h"
#include "marking/places.h"

namespace casewright {
namespace {

bool is_blank(const pdf::Glyph& glyph) { return glyph.unicode == ' ' || glyph.unicode == 0xA0 || glyph.unicode == '\t'; }

Box joined(const Box& a, const Box& b) { return {std::min(a.left, b.left), std::min(a.top, b.top), std::max(a.right, b.right), std::max(a.bottom, b.bottom)}; }

/// True where two glyphs stand on one line near each other.
bool go_on(const pdf::PageScan& scan, const pdf::Glyph& before, const pdf::Glyph& next, float reach) {
  const pdf::Run& one = scan.runs[before.run];
  const pdf::Run& other = scan.runs[next.run];
  if (one.direction != other.direction || one.direction == pdf::Direction::slanted) return before.run == next.run && one.direction != pdf::Direction::slanted;
  const bool level = one.direction == pdf::Direction::right || one.direction == pdf::Direction::left;
  const float height = std::max(1.0F, level ? before.box.bottom - before.box.top : before.box.right - before.box.left);
  if (std::abs(before.baseline - next.baseline) > height / 2) return false;
  const float apart = level ? std::max(next.box.left - before.box.right, before.box.left - next.box.right) : std::max(next.box.top - before.box.bottom, before.box.top - next.box.bottom);
  return apart < reach * height;
}

/// The boxes of a page's places, one a line of words.
class PageBoxes {
 public:
  explicit PageBoxes(const pdf::PageScan& scan) : scan_(scan) {}

  void add(const FilePlace& place) {
    const auto all = static_cast<std::uint32_t>(scan_.glyphs.size());
    std::uint32_t end = std::min(place.end, all);
    if (place.begin >= all) return;
    if (place.begin >= end) end = end_of_word(place.begin);
    for (std::uint32_t i = place.begin; i < end; ++i) add_glyph(i);
  }

  std::vector<Box> take() { return std::move(boxes_); }

 private:
  /// Where the word that begins at a glyph ends.
  std::uint32_t end_of_word(std::uint32_t begin) const {
    std::uint32_t end = begin + 1;
    while (end < scan_.glyphs.size() && !is_blank(scan_.glyphs[end]) && go_on(scan_, scan_.glyphs[end - 1], scan_.glyphs[end], 0.2F)) ++end;
    return end;
  }

  void add_glyph(std::uint32_t index) {
    const pdf::Glyph& glyph = scan_.glyphs[index];
    if (is_blank(glyph) || !(glyph.box.right > glyph.box.left) || !(glyph.box.bottom > glyph.box.top)) return;
    if (last_ != pdf::none && go_on(scan_, scan_.glyphs[last_], glyph, 2)) boxes_.back() = joined(boxes_.back(), glyph.box);
    else boxes_.push_back(glyph.box);
    last_ = index;
  }

  const pdf::PageScan& scan_;
  std::vector<Box> boxes_;
  std::uint32_t last_ = pdf::none;  ///< the glyph that the last box ends with
};

/// A colour that black letters stand out from, by how grave a finding is.
std::uint32_t colour_of(Level level) {
  switch (level) {
    case Level::block: return 0xFFB3AD;
    case Level::fix: return 0xFFD98C;
    case Level::advise: return 0xB8DCFF;
  }
  return 0;
}

/// Where one note goes.
struct Placed {
  std::uint32_t page = 1;
  std::vector<Box> boxes;  ///< from the top left of the page as shown
  bool exact = false;
};

class PdfMarking {
 public:
  PdfMarking(pdf::File& file, const Reading& reading) : file_(file), reading_(reading) {}

  Placed place(const MarginNote& note) {
    const std::vector<FilePlace> places = places_of(reading_, note.span);
    const bool shown = note.span.empty() || shown_there(reading_, note.span);
    if (!places.empty() && shown && !is_carried(note)) return at_glyphs(places);
    if (note.span.empty()) return {};
    const Stretch& stretch = reading_.prose.stretch_at(note.span.begin);
    Box box = stretch.box;
    std::uint32_t page = stretch.page;
    if (stretch.carried != 0) {
      const Carried& item = reading_.container.items[stretch.carried - 1];
      page = item.page;
      box = item.box;
    }
    Placed placed;
    placed.page = std::clamp<std::uint32_t>(page, 1, std::max(1U, file_.pages()));
    if (page != 0 && box.right > box.left && box.bottom > box.top) placed.boxes.push_back(box);
    placed.exact = stretch.scope == Scope::hidden && !placed.boxes.empty();
    return placed;
  }

  Box own_box(std::uint32_t page, const Box& shown) const { return file_.own_box(page, shown); }

 private:
  bool is_carried(const MarginNote& note) const { return !note.span.empty() && reading_.prose.stretch_at(note.span.begin).carried != 0; }

  /// Words on two pages are marked on the first.
  Placed at_glyphs(const std::vector<FilePlace>& places) {
    Placed placed;
    placed.page = places.front().part;
    if (placed.page == 0 || placed.page > file_.pages()) return {};
    const auto [known, fresh] = scans_.try_emplace(placed.page);
    if (fresh) known->second = file_.scan(placed.page);
    PageBoxes boxes(known->second);
    for (const FilePlace& each : places)
      if (each.part == placed.page) boxes.add(each);
    placed.boxes = boxes.take();
    placed.exact = !placed.boxes.empty();
    return placed;
  }

  pdf::File& file_;
  const Reading& reading_;
  std::map<std::uint32_t, pdf::PageScan> scans_;
};

}  // namespace

Result<MarkedCopy> mark_pdf(std::string_view bytes, const Reading& reading, const std::vector<MarginNote>& notes) {
  Result<pdf::File> opened = pdf::File::open(bytes, reading.path);
  if (!opened) return opened.faults();
  PdfMarking marking(*opened, reading);
  std::vector<pdf::PageNote> pages;
  MarkedCopy copy;
  for (const MarginNote& note : notes) {
    const Placed placed = marking.place(note);
    pdf::PageNote made;
    made.page = placed.page;
    made.rgb = colour_of(note.level);
    for (const Box& box : placed.boxes) made.boxes.push_back(marking.own_box(placed.page, box));
    made.words = join_text(lines_of(reading, note, placed.exact), "\n");
    const std::string number = std::to_string(pages.size() + 1);
    made.name = number + seal_of(made.words + number);
    made.bookmark = "Page " + std::to_string(placed.page) + ": " + (note.lines.empty() ? note.rule : note.lines.front());
    pages.push_back(std::move(made));
    ++copy.notes;
    copy.elsewhere += !placed.exact;
  }
  const std::string heading = "Findings of Casewright (" + std::to_string(pages.size()) + ")";
  Result<std::string> made = pdf::annotate(bytes, reading.path, std::string(own_author), heading, pages);
  if (!made) return made.faults();
  copy.bytes = std::move(*made);
  if (const Outcome kept = pdf::keeps_pages(*opened, copy.bytes, reading.path); !kept.ok()) return kept.faults();
  return copy;
}

}  // namespace casewright
