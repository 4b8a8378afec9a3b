#include "emit/pdf/pdf_front.h"

#include <algorithm>
#include <cmath>
#include <iterator>

#include "base/text.h"
#include "emit/words/chrome_words.h"
#include "model/document_roles.h"

namespace casewright {
namespace {

constexpr std::size_t least_headings = 4;  ///< a document with fewer has no contents

}  // namespace

std::string PdfFront::title() const {
  if (plan_.title != nullptr && !plan_.title->text().empty()) return fold_space(plan_.title->text());
  return document_.title.empty() ? std::string(chrome_words(document_.language).untitled) : fold_space(document_.title);
}

bool PdfFront::has_cover() const {
  return row_of_role(document_.role).covered && has_contents();
}

bool PdfFront::has_contents() const { return plan_.headings.size() >= least_headings && document_.role != DocumentRole::brief; }

void PdfFront::add_words(Slabs& out, const std::vector<Inline>& words, std::string_view type, const PdfLook& look, const std::string& language) {
  PdfLook own = look;
  own.language = language;
  Slabs slabs = text_.lines("", words, own, frame(), tags_.add(type, 0, language_entry(language)));
  for (PdfSlab& slab : slabs) slab.keeps_next = true;
  std::move(slabs.begin(), slabs.end(), std::back_inserter(out));
}

void PdfFront::add_logo(Slabs& out) {
  if (theme_.logo.bytes.empty()) return;
  const auto mark = figures_.draw(theme_.logo, 200, 72);
  if (!mark) return;
  PdfSlab slab;
  slab.height = mark->ascent;
  slab.after = 24;
  slab.keeps_next = true;
  slab.marks.push_back(*mark);
  slab.marks.back().x = style_.side;
  slab.marks.back().y = mark->ascent;
  slab.marks.back().order = text_.next_order();
  if (!theme_.logo.decorative && !theme_.logo.alternative.empty())
    slab.marks.back().tag = tags_.add("Figure", 0, "/Alt " + pdf::text_string(theme_.logo.alternative));
  out.push_back(std::move(slab));
}

void PdfFront::add_title(Slabs& out, bool cover) {
  PdfLook look;
  look.colour = style_.quiet;
  look.size = std::max(style_.body, style_.body * (cover ? 1.15f : 1));
  look.bold = true;
  look.after = 10;
  if (!document_.board.empty()) add_words(out, {text_inline(document_.board)}, "P", look, "");
  if (cover && !out.empty()) out.back().after = 110;
  else if (!out.empty()) out.back().after = 20;
  look.size = cover ? style_.title : style_.title * 0.8f;
  look.heading = true;
  look.colour = style_.accent;
  look.after = 14;
  const std::size_t first = out.size();
  if (plan_.title != nullptr && !plan_.title->text().empty()) add_words(out, plan_.title->inlines, "H1", look, plan_.title->language);
  else add_words(out, {text_inline(title())}, "H1", look, "");
  if (out.size() > first) {
    out[first].fills.push_back({style_.side, -12, 72, 4, style_.accent});
    if (plan_.title != nullptr) {
      const auto found = plan_.anchors.find(plan_.title->id);
      if (!plan_.title->id.empty() && found != plan_.anchors.end()) out[first].anchors.push_back(found->second);
    }
  }
  look.heading = look.bold = false;
  look.size = style_.subtitle;
  look.colour = style_.ink;
  look.after = 8;
  for (const Block* subtitle : plan_.subtitles) add_words(out, subtitle->inlines, "P", look, subtitle->language);
  look.size = style_.body;
  look.colour = style_.quiet;
  look.after = 16;
  if (!document_.date.known() || !row_of_role(document_.role).dated) return;
  const Chrome chrome = chrome_of(document_.language, theme_.language);
  std::vector<Inline> published = chrome.runs(&ChromeWords::published);
  published.push_back(text_inline(" " + date_words(document_.date, chrome.own)));
  add_words(out, published, "P", look, "");
}

/// One line of the contents: the heading's words, dots, and the number of its page.
void PdfFront::add_entry(Slabs& out, const PlannedHeading& heading, TagId contents) {
  const Block& block = *heading.block;
  const bool main = heading.level == 2;
  const TagId item = tags_.add("TOCI", contents, language_entry(block.language));
  const TagId link_tag = tags_.add("Link", tags_.add("Reference", item));
  const std::string words = (block.number.empty() ? "" : block.number + " ") + block.text();
  const int link = text_.add_link(link_tag, "", heading.id, std::string(chrome_words(document_.language).go_to) + " " + fold_space(words));
  PdfLook look;
  look.size = main ? style_.body : std::max(9.f, style_.body * 0.92f);
  if (style_.large) look.size = style_.body;
  look.bold = main;
  look.colour = style_.ink;
  look.before = main ? look.size * 0.55f : look.size * 0.1f;
  look.language = block.language;
  PdfFrame at = frame();
  const float indent = main ? 0 : style_.body * 1.4f, room = look.size * 3;
  at.left += indent;
  at.width -= indent + room;
  std::vector<Inline> plain = words_for_contents(block);
  plain.push_back(text_inline(" "));
  if (!block.number.empty()) plain.insert(plain.begin(), text_inline(block.number + " "));
  Slabs slabs = text_.lines("", plain, look, at, link_tag);
  if (slabs.empty()) return;
  for (PdfSlab& slab : slabs) {
    slab.height -= look.size * 0.12f;  // closer than running text
    for (PdfMark& mark : slab.marks) mark.link = link;
  }
  PdfSlab& last = slabs.back();
  if (last.marks.empty()) return;
  const PdfMark words_mark = last.marks.back();
  PdfMark number = words_mark;
  number.operators.clear();
  number.page_of = heading.id;
  number.x = style_.side + pages_.width(false);
  number.width = 0;
  number.ascent = look.size;  // the size and weight that its number takes
  number.descent = look.bold ? 1 : 0;
  number.link = -1;
  last.marks.push_back(number);
  const float from = words_mark.x + words_mark.width + 4, to = style_.side + pages_.width(false) - room * 0.75f;
  for (float x = std::ceil(from / 6) * 6; x < to; x += 6) last.fills.push_back({x, words_mark.y - 0.9f, 0.9f, 0.9f, style_.quiet});
  std::move(slabs.begin(), slabs.end(), std::back_inserter(out));
}

void PdfFront::add_contents(Slabs& out) {
  const std::size_t first = out.size();
  const TagId contents = tags_.add("TOC", 0);
  PdfLook look;
  look.size = style_.heading[2];
  look.heading = look.bold = true;
  look.colour = style_.accent;
  look.after = 8;
  Slabs head = text_.lines("", chrome_of(document_.language, theme_.language).runs(&ChromeWords::contents), look, frame(), tags_.add("Caption", contents));
  for (PdfSlab& slab : head) slab.keeps_next = true;
  std::move(head.begin(), head.end(), std::back_inserter(out));
  std::vector<std::pair<std::size_t, int>> entries;  // where each begins, and its level
  TagId below = no_tag;  // the contents inside the entry before
  for (const PlannedHeading& heading : plan_.headings) {
    if (heading.level > 3) continue;
    if (heading.level == 2) below = no_tag;
    else if (below == no_tag) below = tags_.add("TOC", contents);
    // What lies inside an entry follows it on the same page, and no page begins with fewer than three at the end.
    if (heading.level > 2 && !entries.empty() && entries.back().second == 2) out.back().keeps_next = true;
    entries.emplace_back(out.size(), heading.level);
    add_entry(out, heading, heading.level == 2 ? contents : below);
  }
  if (entries.size() > 3)
    for (std::size_t i = entries[entries.size() - 3].first; i + 1 < out.size(); ++i) out[i].keeps_next = true;
  if (has_cover() && out.size() > first) out[first].new_page = true;
}

void PdfFront::set() {
  Slabs out;
  const bool cover = has_cover();
  add_logo(out);
  add_title(out, cover);
  if (cover) {
    for (PdfSlab& slab : out) slab.bare = true;
    out.front().before = 0;
    out.back().keeps_next = false;
  } else {
    for (PdfSlab& slab : out) slab.after = std::min(slab.after, 20.f);
  }
  if (has_contents()) {
    out.back().keeps_next = false;
    add_contents(out);
    out.back().after = style_.body * 2;
  }
  pages_.take(std::move(out));
  if (cover) pages_.turn();  // the text begins on a page of its own
}

}  // namespace casewright
