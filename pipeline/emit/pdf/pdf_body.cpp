#include "emit/pdf/pdf_body.h"

#include <algorithm>
#include <iterator>
#include <utility>

#include "base/text.h"
#include "emit/plan/block_parts.h"
#include "emit/plan/list_style.h"
#include "emit/words/chrome_words.h"

namespace casewright {
namespace {

constexpr int deepest_block = 24;          ///< blocks inside blocks; what lies deeper is set beside its parent
constexpr float least_width = 90;    ///< points that are left to words, however deep they lie

void append(std::vector<PdfSlab>& out, std::vector<PdfSlab> more) {
  std::move(more.begin(), more.end(), std::back_inserter(out));
}

PdfFrame inset(PdfFrame frame, float by) {
  by = std::max(0.f, std::min(by, frame.width - least_width));
  frame.left += by;
  frame.width -= by;
  return frame;
}

bool is_numbered(const Block& block) { return block.kind == BlockKind::paragraph && !block.number.empty(); }

std::string_view numbering_of(const Block& list) {
  if (!list.ordered) return "Disc";
  const ListStyle style = list_style(list);
  if (style.attributes.find("type=\"a\"") != std::string::npos) return "LowerAlpha";
  if (style.attributes.find("type=\"i\"") != std::string::npos) return "LowerRoman";
  return "Decimal";
}

/// The marker that a reader sees: the item's own, or a bullet or the item's place.
std::string marker_of(const Block& list, const Block& item, std::size_t place, int depth) {
  static constexpr std::string_view bullets[] = {"\xE2\x80\xA2", "\xE2\x80\x93", "\xE2\x80\xA2"};
  if (list.ordered && !item.number.empty()) return item.number;
  if (list.ordered) return std::to_string(place) + ".";
  return std::string(bullets[static_cast<std::size_t>(depth) % 2]);
}

}  // namespace

PdfBody::PdfBody(const PdfStyle& style, const DocumentPlan& plan, const Document& document, PdfTags& tags, PdfPages& pages,
                 PdfText& text, PdfFigures& figures)
    : style_(style), plan_(plan), document_(document), tags_(tags), pages_(pages), text_(text), figures_(figures),
      sections_{{0, 0}}, notes_set_(plan.notes.size(), false) {
  for (const Block& block : document.blocks)
    if (is_numbered(block)) gutter_ = std::max(gutter_, text_.width_of(block.number + "  ", style.body, false));
  gutter_ = std::min(gutter_, style.body * 5);
  pages_.notes.resize(plan.notes.size());
}

PdfLook PdfBody::plain_look() const {
  PdfLook look;
  look.size = style_.body;
  look.after = style_.body * 0.75f;
  look.colour = style_.ink;
  return look;
}

std::string PdfBody::entries_of(const Block& block) const { return language_entry(block.language); }

void PdfBody::set_heading(const Block& block, const Place& place, Slabs& out) {
  const auto found = plan_.heading_of.find(&block);
  if (found == plan_.heading_of.end()) return set_paragraph(block, place, out, plain_look(), "P");
  const PlannedHeading& planned = plan_.headings[found->second];
  Place at = place;
  if (place.top) {
    while (sections_.size() > 1 && sections_.back().first >= planned.level) sections_.pop_back();
    sections_.emplace_back(planned.level, tags_.add("Sect", section()));
    at.parent = section();
  }
  static constexpr std::string_view types[] = {"P", "H1", "H2", "H3", "H4", "H5", "H6"};
  PdfLook look = plain_look();
  look.size = style_.heading[planned.level];
  look.heading = look.bold = true;
  look.colour = planned.level <= 3 ? style_.accent : style_.ink;
  look.before = look.size * (planned.level == 2 ? 1.6f : 1.1f);
  look.after = look.size * 0.4f;
  look.language = block.language;
  const TagId tag = tags_.add(types[planned.level], at.parent, entries_of(block));
  Slabs slabs = text_.lines(block.number.empty() ? "" : block.number + " ", block.inlines, look, place.frame, tag);
  if (slabs.empty()) return;
  for (PdfSlab& slab : slabs) slab.keeps_next = true;
  slabs.front().anchors.push_back(planned.id);
  append(out, std::move(slabs));
}

void PdfBody::set_paragraph(const Block& block, const Place& place, Slabs& out, PdfLook look, std::string_view type) {
  if (block.inlines.empty() && block.number.empty()) return;
  look.language = block.language;
  look.bold = look.bold || place.strong;
  PdfFrame frame = place.frame;
  const TagId tag = tags_.add(type, place.parent, entries_of(block));
  const bool hangs = place.top && gutter_ > 0 && (type == "P");
  if (hangs) frame = inset(frame, gutter_);
  const bool number_in_gutter = hangs && is_numbered(block) && text_.width_of(block.number + " ", look.size, false) <= gutter_;
  Slabs slabs = text_.lines(block.number.empty() || number_in_gutter ? "" : block.number + " ", block.inlines, look, frame, tag);
  if (number_in_gutter) {
    PdfMark number = text_.words(block.number + " ", look.size, false, style_.quiet);
    number.tag = tag;
    number.x = place.frame.left;
    if (slabs.empty()) {
      slabs.emplace_back();
      slabs.back().height = look.size * style_.leading;
      slabs.back().landscape = frame.landscape;
      number.y = look.size;
    } else if (!slabs.front().marks.empty()) {
      number.y = slabs.front().marks.front().y;
      number.order = slabs.front().marks.front().order;
    }
    slabs.front().marks.insert(slabs.front().marks.begin(), std::move(number));
  }
  if (slabs.empty()) return;
  if (const auto found = plan_.anchors.find(block.id); !block.id.empty() && found != plan_.anchors.end())
    slabs.front().anchors.push_back(found->second);
  append(out, std::move(slabs));
}

void PdfBody::set_item(const Block& item, const std::string& marker, float hang, const Place& place, TagId list, Slabs& out) {
  const TagId tag = tags_.add("LI", list, entries_of(item));
  PdfMark label = text_.words(marker + " ", place.size, place.strong, style_.ink);
  label.tag = tags_.add("Lbl", tag);
  label.order = text_.next_order();
  label.x = place.frame.left + std::max(0.f, hang - label.width - place.size * 0.15f);
  Place inside = place;
  inside.frame = inset(place.frame, hang);
  inside.parent = tags_.add("LBody", tag);
  inside.top = false;
  inside.depth = place.depth + 1;
  PdfLook look = plain_look();
  look.size = place.size;
  look.after = place.size * 0.3f;
  look.language = item.language;
  look.bold = place.strong;
  Slabs slabs = text_.lines("", item.inlines, look, inside.frame, inside.parent);
  set_blocks(item.children, inside, slabs);
  if (slabs.empty()) {
    slabs.emplace_back();
    slabs.back().height = place.size * style_.leading;
    slabs.back().landscape = place.frame.landscape;
  }
  label.y = slabs.front().marks.empty() ? place.size * 1.1f : slabs.front().marks.front().y;
  slabs.front().marks.insert(slabs.front().marks.begin(), std::move(label));
  if (const auto found = plan_.anchors.find(item.id); !item.id.empty() && found != plan_.anchors.end())
    slabs.front().anchors.push_back(found->second);
  append(out, std::move(slabs));
}

void PdfBody::set_list(const Block& block, const Place& place, Slabs& out) {
  if (block.children.empty()) return;
  std::string entries = "/A << /O /List /ListNumbering /";
  entries.append(numbering_of(block)).append(" >>").append(entries_of(block));
  const TagId list = tags_.add("L", place.parent, entries);
  Place at = place;
  if (place.top) at.frame = inset(place.frame, gutter_);
  std::vector<std::string> markers;
  float hang = place.size * 1.5f;
  for (const Block& item : block.children) {
    markers.push_back(marker_of(block, item, markers.size() + 1, place.depth));
    hang = std::max(hang, text_.width_of(markers.back() + " ", place.size, place.strong) + place.size * 0.5f);
  }
  hang = std::min(hang, place.size * 6);
  const std::size_t first = out.size();
  for (std::size_t i = 0; i < block.children.size(); ++i) set_item(block.children[i], markers[i], hang, at, list, out);
  if (out.size() > first && place.top) out.back().after = place.size * 0.75f;
}

/// A quotation, or a place that a person must still write, with a bar beside it.
void PdfBody::set_boxed(const Block& block, const Place& place, Slabs& out, std::string_view type) {
  const bool to_write = block.kind == BlockKind::to_write;
  Place inside = place;
  if (place.top) inside.frame = inset(place.frame, gutter_);
  const float bar = inside.frame.left;
  inside.frame = inset(inside.frame, place.size * 1.2f);
  if (to_write) inside.frame.width = std::max(least_width, inside.frame.width - place.size);
  inside.parent = tags_.add(type, place.parent, entries_of(block));
  inside.top = false;
  inside.depth = place.depth + 1;
  PdfLook look = plain_look();
  look.size = place.size;
  look.colour = to_write ? style_.warning : style_.ink;
  look.bold = to_write;
  look.language = block.language;
  Slabs slabs;
  std::string label = to_write ? std::string(chrome_words(document_.language).to_write) + " " : block.number.empty() ? "" : block.number + " ";
  if (!block.inlines.empty() || to_write)
    slabs = text_.lines(label, block.inlines, look, inside.frame, tags_.add("P", inside.parent));
  set_blocks(block.children, inside, slabs);
  for (std::size_t i = 0; i < slabs.size(); ++i) {
    PdfSlab& slab = slabs[i];
    if (to_write) slab.fills.insert(slab.fills.begin(), {bar, 0, place.frame.left + place.frame.width - bar, slab.height, style_.wash, i > 0});
    slab.fills.push_back({bar, 0, 3, slab.height, to_write ? style_.warning : style_.accent, i > 0});
  }
  if (!slabs.empty()) slabs.back().after = place.size * 0.9f;
  append(out, std::move(slabs));
}

void PdfBody::set_words_of_picture(const Block& block, const Place& place, Slabs& out) {
  // The picture itself was not kept or cannot be shown: its words stand for it.
  if (block.picture == nullptr || block.picture->alternative.empty()) return;
  Block words(BlockKind::paragraph);
  words.inlines.push_back(text_inline(block.picture->alternative));
  PdfLook look = plain_look();
  look.italic = true;
  set_paragraph(words, place, out, look, "P");
}

namespace {

/// What a picture is told as that nobody has described.
std::string picture_word(const Document& document) {
  const std::string_view words = chrome_words(document.language).picture;
  return std::string(words.substr(0, words.find(':')));
}

}  // namespace

void PdfBody::set_figure(const Block& block, const Place& place, Slabs& out) {
  Place at = place;
  const float narrow = place.frame.width;
  if (place.top && block.picture != nullptr && block.picture->scene != nullptr && figures_.width_of(*block.picture) * 0.9f > narrow) {
    at.frame.landscape = true;  // its words would be too small to read
    at.frame.width = pages_.width(true);
  }
  PdfLook caption_look = plain_look();
  caption_look.size = style_.caption;
  caption_look.bold = true;
  caption_look.after = style_.caption * 0.6f;
  const std::size_t first = out.size();
  if (const Block* caption = caption_of(block)) {
    set_paragraph(*caption, at, out, caption_look, "Caption");
    for (std::size_t i = first; i < out.size(); ++i) out[i].keeps_next = true;
  }
  const auto mark = block.picture == nullptr ? std::nullopt : figures_.draw(*block.picture, at.frame.width, pages_.room(at.frame.landscape) - 60);
  if (mark) {
    PdfSlab slab;
    slab.landscape = at.frame.landscape;
    slab.height = mark->ascent;
    slab.before = 4;
    slab.after = style_.body;
    slab.marks.push_back(*mark);
    PdfMark& placed = slab.marks.back();
    placed.x = at.frame.left;
    placed.y = mark->ascent;
    placed.order = text_.next_order();
    const std::string& words = block.picture->alternative;
    if (!block.picture->decorative)
      placed.tag = tags_.add("Figure", at.parent, "/Alt " + pdf::text_string(words.empty() ? picture_word(document_) : words) + entries_of(block));
    out.push_back(std::move(slab));
  } else {
    set_words_of_picture(block, at, out);
  }
  Block rest(BlockKind::paragraph);
  rest.inlines = block.inlines;
  set_paragraph(rest, at, out, plain_look(), "P");
  for (const Block& child : block.children)
    if (child.kind != BlockKind::caption) set_block(child, nullptr, nullptr, place, out);
}

void PdfBody::set_block(const Block& block, const Block* before, const Block* after, const Place& place, Slabs& out) {
  PdfLook look = plain_look();
  look.size = place.size;
  if (!place.top) look.after = place.size * 0.4f;
  switch (block.kind) {
    case BlockKind::title:
      if (&block != plan_.title) set_heading(block, place, out);
      break;
    case BlockKind::subtitle:
      if (std::find(plan_.subtitles.begin(), plan_.subtitles.end(), &block) == plan_.subtitles.end()) set_paragraph(block, place, out, look, "P");
      break;
    case BlockKind::heading:
      if (!plan_.contents_headings.contains(&block)) set_heading(block, place, out);
      break;
    case BlockKind::paragraph: set_paragraph(block, place, out, look, "P"); break;
    case BlockKind::caption:
      if (after != nullptr && after->kind == BlockKind::table && caption_of(*after) == nullptr) break;  // the table takes it
      look.size = std::min(place.size, style_.caption);
      look.bold = true;
      set_paragraph(block, place, out, look, "P");
      if (!out.empty() && after != nullptr && after->kind == BlockKind::figure) out.back().keeps_next = true;
      break;
    case BlockKind::list: set_list(block, place, out); break;
    case BlockKind::list_item: {
      Block list(BlockKind::list);
      list.ordered = !block.number.empty();
      list.children.push_back(block);
      list.children.back().id.clear();
      set_list(list, place, out);
      break;
    }
    case BlockKind::table:
      set_table(block, caption_of(block) != nullptr ? caption_of(block)
                       : before != nullptr && before->kind == BlockKind::caption ? before : nullptr, place, out);
      break;
    case BlockKind::row:
    case BlockKind::cell:
      set_paragraph(block, place, out, look, "P");
      set_blocks(block.children, place, out);
      break;
    case BlockKind::figure: set_figure(block, place, out); break;
    case BlockKind::quote: set_boxed(block, place, out, "BlockQuote"); break;
    case BlockKind::to_write: set_boxed(block, place, out, "Div"); break;
    case BlockKind::contents:
      if (plan_.headings.empty()) set_blocks(block.children, place, out);
      break;
    case BlockKind::note:
    case BlockKind::furniture: break;
  }
  const bool inner = block.kind == BlockKind::heading || block.kind == BlockKind::paragraph || block.kind == BlockKind::title;
  if (!inner || block.children.empty()) return;
  Place below = place;
  below.top = false;
  ++below.depth;
  set_blocks(block.children, below, out);
}

void PdfBody::set_blocks(const std::vector<Block>& blocks, const Place& place, Slabs& out) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    Place at = place;
    if (at.top) at.parent = section();
    if (at.depth > deepest_block) {
      // Set flat from here on: the words stay, the nesting does not.
      walk(blocks, [&](const Block& block, std::size_t) {
        if (block.kind == BlockKind::note || block.inlines.empty()) return;
        Block words(BlockKind::paragraph);
        words.inlines = block.inlines;
        set_paragraph(words, at, out, plain_look(), "P");
      });
      return;
    }
    set_block(blocks[i], i > 0 ? &blocks[i - 1] : nullptr, i + 1 < blocks.size() ? &blocks[i + 1] : nullptr, at, out);
    if (place.top) flush(out, section());
  }
}

void PdfBody::set_note(std::uint32_t number, TagId parent) {
  const Block& note = *plan_.notes[number];
  const std::string words = std::to_string(number + 1);
  notes_set_[number] = true;
  const TagId tag = tags_.add("Note", parent, language_entry(note.language));
  tags_.set_id(tag, "note-" + words);
  const TagId label_tag = tags_.add("Lbl", tag);
  PdfMark label = text_.words(words + " ", style_.note, false, style_.accent);
  label.order = text_.next_order();
  label.tag = tags_.add("Link", label_tag);
  label.link = text_.add_link(label.tag, "", "ref-" + words, std::string(chrome_words(document_.language).back_to_note) + " " + words);
  label.x = style_.side;
  Place place;
  const float hang = std::max(style_.note * 1.8f, label.width + 4);
  place.frame = inset({style_.side, pages_.width(false), false}, hang);
  place.parent = tags_.add("P", tag);
  place.size = style_.note;
  place.depth = 1;
  PdfLook look = plain_look();
  look.size = style_.note;
  look.after = 0;
  look.language = note.language;
  Slabs slabs = text_.lines("", note.inlines, look, place.frame, place.parent);
  place.parent = tag;
  set_blocks(note.children, place, slabs);
  if (slabs.empty()) {
    slabs.emplace_back();
    slabs.back().height = style_.note * style_.leading;
  }
  label.y = slabs.front().marks.empty() ? style_.note * 1.1f : slabs.front().marks.front().y;
  slabs.front().marks.insert(slabs.front().marks.begin(), std::move(label));
  slabs.front().anchors.push_back("note-" + words);
  for (PdfSlab& slab : slabs) slab.before = std::max(slab.before, slab.after), slab.notes.clear();
  slabs.front().before = 3;
  pages_.notes[number] = std::move(slabs);
}

/// Sets the notes that the slabs refer to and hands everything to the pages.
void PdfBody::flush(Slabs& out, TagId parent) {
  for (auto fresh = text_.take_new_notes(); !fresh.empty(); fresh = text_.take_new_notes())
    for (const std::uint32_t note : fresh)
      if (!notes_set_[note]) set_note(note, parent);
  pages_.take(std::exchange(out, {}));
}

void PdfBody::set_document() {
  Place place;
  place.frame = {style_.side, pages_.width(false), false};
  place.size = style_.body;
  place.top = true;
  Slabs out;
  set_blocks(document_.blocks, place, out);
  flush(out, section());
  // Notes that nothing refers to stand at the end, as words like any others.
  for (std::uint32_t note = 0; note < plan_.notes.size(); ++note) {
    if (notes_set_[note]) continue;
    Block words(BlockKind::paragraph);
    words.language = plan_.notes[note]->language;
    words.inlines = plan_.notes[note]->inlines;
    Place at = place;
    at.parent = section();
    set_paragraph(words, at, out, plain_look(), "P");
    at.top = false;
    set_blocks(plan_.notes[note]->children, at, out);
    flush(out, section());
  }
}

}  // namespace casewright
