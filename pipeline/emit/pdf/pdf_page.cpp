#include "emit/pdf/pdf_page.h"

#include <algorithm>
#include <iterator>

namespace casewright {
namespace {

constexpr float note_rule_space = 14;  ///< from the text to the notes, with a short line in it

void append_point(std::string& out, float x, float y) {
  pdf::append_number(out, x);
  out += ' ';
  pdf::append_number(out, y);
}

void append_colour(std::string& out, const Colour& colour) {
  for (const int part : {colour.red, colour.green, colour.blue}) {
    pdf::append_number(out, static_cast<float>(part) / 255);
    out += ' ';
  }
  out += "rg\n";
}

void append_rectangle(std::string& out, float x, float bottom, float width, float height, const Colour& colour) {
  append_colour(out, colour);
  append_point(out, x, bottom);
  out += ' ';
  append_point(out, width, height);
  out += " re f\n";
}

void append_operators(std::string& out, const PdfMark& mark) {
  out += mark.words ? "BT 1 0 0 1 " : "q 1 0 0 1 ";
  append_point(out, mark.x, mark.y);
  out += mark.words ? " Tm " : " cm ";
  out += mark.operators;
  out += mark.words ? " ET\n" : " Q\n";
}

float gap_between(const PdfSlab& above, const PdfSlab& below) { return std::max(above.after, below.before); }

float height_of(const std::vector<PdfSlab>& slabs) {
  float height = 0;
  for (const PdfSlab& slab : slabs) height += slab.before + slab.height;
  return height;
}

}  // namespace

std::string PdfPages::furniture(const PdfMark& mark, float page_height) {
  PdfMark placed = mark;
  placed.y = page_height - mark.y;
  std::string out;
  append_operators(out, placed);
  return out;
}

float PdfPages::notes_height(const PdfSlab& slab) const {
  float height = 0;
  for (const std::uint32_t note : slab.notes) height += height_of(notes[note]);
  return height;
}

/// How many of the waiting slabs stand on the next page.
std::size_t PdfPages::find_cut() const {
  const PdfSlab* slabs = waiting_.data() + first_;
  const std::size_t count = waiting_.size() - first_;
  const bool landscape = slabs[0].landscape;
  float used = slabs[0].head == nullptr ? 0 : height_of(*slabs[0].head);
  float feet = carried_.empty() ? 0 : std::min(height_of(carried_), room(landscape) / 2) + note_rule_space;
  std::size_t fits = 0, best = 0;
  for (; fits < count; ++fits) {
    const PdfSlab& slab = slabs[fits];
    if (fits > 0 && (slab.new_page || slab.landscape != landscape)) break;
    const float more = (fits == 0 ? 0 : gap_between(slabs[fits - 1], slab)) + slab.height;
    float more_feet = notes_height(slab);
    if (more_feet > 0 && feet == 0) more_feet += note_rule_space;
    // A first slab stays whatever its notes need: they go on at the foot of the next page.
    if (used + more + slab.overhang + feet + more_feet > room(landscape) + 0.01f && fits > 0) break;
    used += more;
    feet += more_feet;
    if (fits > 0 && slab.may_break_before && !slabs[fits - 1].keeps_next) best = fits;
  }
  if (fits == count) return count;
  const PdfSlab& next = slabs[fits];
  if (next.new_page || next.landscape != landscape || (next.may_break_before && !slabs[fits - 1].keeps_next)) return fits;
  return best > 0 ? best : fits;
}

/// Paints the slab at `y` from the page's top; its height.
float PdfPages::put(PdfPage& page, PdfSlab& slab, float y, float gap) {
  const float height = page_height(page.landscape);
  const auto number = static_cast<std::uint32_t>(pages.size());
  for (const PdfFill& fill : slab.fills) {
    const float more = fill.joins ? gap : 0;
    append_rectangle(page.fills, fill.x, height - y - fill.y - fill.height, fill.width, fill.height + more, fill.colour);
  }
  for (std::string& anchor : slab.anchors) places.emplace(std::move(anchor), Place{number, height - y + 6});
  for (PdfMark& mark : slab.marks) {
    mark.y = height - y - mark.y;
    if (mark.link >= 0)
      links[static_cast<std::size_t>(mark.link)].areas.push_back(
          {number, mark.x, mark.y - mark.descent, mark.x + mark.width, mark.y + mark.ascent});
    if (!mark.words && mark.tag != no_tag) {
      std::string box = "/A << /O /Layout /Placement /Block /BBox [";
      append_point(box, mark.x, mark.y);
      box += ' ';
      append_point(box, mark.x + mark.width, mark.y + mark.ascent);
      tags_.add_entries(mark.tag, box + "] >>");
    }
    page.held.push_back(std::move(mark));
  }
  return slab.height;
}

/// Sets as much of the notes as there is room for above `bottom`; the rest is carried on.
void PdfPages::put_notes(PdfPage& page, std::vector<PdfSlab>& feet, float bottom) {
  if (feet.empty()) return;
  const float most = page_height(page.landscape) - style_.foot - bottom - note_rule_space;
  std::size_t count = 0;
  float height = 0;
  while (count < feet.size() && height + feet[count].before + feet[count].height <= most + 0.02f) {
    height += feet[count].before + feet[count].height;
    ++count;
  }
  if (count == 0 && pages.size() > 10000) count = 1;
  carried_.assign(std::make_move_iterator(feet.begin() + static_cast<std::ptrdiff_t>(count)), std::make_move_iterator(feet.end()));
  if (count == 0) return;
  float y = page_height(page.landscape) - style_.foot - height;
  append_rectangle(page.fills, style_.side, page_height(page.landscape) - y + 5, 120, 0.75f, style_.quiet);
  for (std::size_t i = 0; i < count; ++i) {
    y += feet[i].before;
    y += put(page, feet[i], y, 0);
  }
}

void PdfPages::paint(PdfPage& page) {
  std::stable_sort(page.held.begin(), page.held.end(), [](const PdfMark& one, const PdfMark& other) { return one.order < other.order; });
  const bool wants_numbers = std::any_of(page.held.begin(), page.held.end(), [](const PdfMark& mark) { return !mark.page_of.empty(); });
  if (!wants_numbers) paint_held(page, static_cast<std::uint32_t>(pages.size()));
}

void PdfPages::paint_held(PdfPage& page, std::uint32_t number) {
  if (!page.fills.empty()) page.content += "/Artifact << /Type /Layout >> BDC\n" + page.fills + "EMC\n";
  page.fills = {};
  TagId open = no_tag;
  bool any = false;
  for (const PdfMark& mark : page.held) {
    if (!any || mark.tag != open) {
      if (any) page.content += "EMC\n";
      if (mark.tag == no_tag) page.content.append("/Artifact << /Type /").append(mark.words ? "Pagination" : "Layout").append(" >> BDC\n");
      else page.content.append("/").append(tags_.type_of(mark.tag)).append(" << /MCID ").append(std::to_string(tags_.mark(mark.tag, number))).append(" >> BDC\n");
      open = mark.tag;
      any = true;
    }
    append_operators(page.content, mark);
  }
  if (any) page.content += "EMC\n";
  page.held = {};
}

void PdfPages::make_page() {
  const std::size_t count = first_ == waiting_.size() ? 0 : find_cut();
  PdfPage page;
  if (count > 0) {
    page.landscape = waiting_[first_].landscape;
    page.bare = waiting_[first_].bare;
  }
  float y = style_.top;
  if (count > 0 && waiting_[first_].head != nullptr) {
    std::vector<PdfSlab> head = *waiting_[first_].head;
    for (PdfSlab& slab : head) y += slab.before + put(page, slab, y + slab.before, 0);
  }
  std::vector<PdfSlab> feet = std::move(carried_);
  carried_.clear();
  for (std::size_t i = 0; i < count; ++i) {
    PdfSlab& slab = waiting_[first_ + i];
    const float gap = i == 0 ? 0 : gap_between(waiting_[first_ + i - 1], slab);
    y += gap;
    y += put(page, slab, y, gap);
    if (i + 1 == count) y += slab.overhang;
    for (const std::uint32_t note : slab.notes) std::move(notes[note].begin(), notes[note].end(), std::back_inserter(feet));
  }
  put_notes(page, feet, count == 0 ? style_.top - note_rule_space : y);
  for (std::size_t i = 0; i < count; ++i) waiting_height_ -= waiting_[first_ + i].height;
  first_ += count;
  if (first_ > 4096 || first_ == waiting_.size()) {
    waiting_.erase(waiting_.begin(), waiting_.begin() + static_cast<std::ptrdiff_t>(first_));
    first_ = 0;
  }
  paint(page);
  pages.push_back(std::move(page));
}

void PdfPages::take(std::vector<PdfSlab> slabs) {
  if (turn_ && !slabs.empty()) slabs.front().new_page = true, turn_ = false;
  for (PdfSlab& slab : slabs) {
    waiting_height_ += slab.height;
    // A heading or caption turns with the wide picture or table that it belongs to.
    for (std::size_t i = waiting_.size(); slab.landscape && i-- > first_ && waiting_[i].keeps_next && !waiting_[i].landscape;)
      waiting_[i].landscape = true;
    waiting_.push_back(std::move(slab));
  }
  while (waiting_height_ > 2.5f * style_.long_side) make_page();
}

void PdfPages::finish() {
  while (first_ < waiting_.size() || !carried_.empty()) make_page();
}

}  // namespace casewright
