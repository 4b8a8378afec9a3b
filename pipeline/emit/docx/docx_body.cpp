#include "emit/docx/docx_body.h"

#include <algorithm>

#include "base/text.h"
#include "emit/docx/docx_figure.h"
#include "emit/docx/docx_text.h"
#include "emit/plan/block_parts.h"
#include "emit/words/html_text.h"

namespace casewright {
namespace {

constexpr std::size_t longest_bookmark = 40;

bool is_inside(BlockKind kind) {  // written by what it belongs to
  return kind == BlockKind::note || kind == BlockKind::furniture;
}

bool right_to_left(std::string_view language) {
  for (const std::string_view each : {"ar", "fa", "he", "ur", "ps", "sd", "yi", "ckb"})
    if (language == each || language.starts_with(std::string(each) + "-")) return true;
  return false;
}

std::string style_xml(std::string_view style) { return "<w:pStyle w:val=\"" + std::string(style) + "\"/>"; }

std::string place_xml(NumberPlace place) {
  if (place.list == 0) return {};
  return "<w:numPr><w:ilvl w:val=\"" + std::to_string(place.level) + "\"/><w:numId w:val=\"" + std::to_string(place.list) + "\"/></w:numPr>";
}

std::string indent_xml(int twips) { return twips == 0 ? std::string() : "<w:ind w:left=\"" + std::to_string(twips) + "\"/>"; }

}  // namespace

const std::string& DocxState::bookmark_of(const std::string& id) {
  std::string& name = bookmarks[id];
  if (!name.empty()) return name;
  std::string wish;
  for (const char c : id) {
    const bool fit = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    wish += fit ? c : '_';
  }
  if (wish.empty() || !((wish[0] | 32) >= 'a' && (wish[0] | 32) <= 'z')) wish.insert(0, "s_");
  if (constexpr std::size_t room = longest_bookmark - 4; wish.size() > room) {  // cut between words: "2014" must not become "20"
    const std::size_t blank = wish.rfind('_', room);
    wish.resize(blank == std::string::npos || blank < room / 2 ? room : blank);
  }
  name = wish;
  for (int next = 2; !bookmark_names.insert(ascii_lower(name)).second; ++next) name = wish + "_" + std::to_string(next);
  return name;
}

void DocxBody::mark(const Block& block) {
  if (!block.id.empty()) waiting_marks_.push_back(state_.bookmark_of(block.id));
  else if (state_.plan.heading_of.contains(&block))
    waiting_marks_.push_back(state_.bookmark_of(state_.plan.headings[state_.plan.heading_of.at(&block)].id));
}

std::string DocxBody::link_target(const Inline& run) const {
  if (run.kind != InlineKind::text || run.target.empty()) return {};
  if (run.target[0] == '#') return state_.plan.anchors.contains(std::string_view(run.target).substr(1)) ? run.target : std::string();
  return is_safe_link(run.target) ? run.target : std::string();
}

void DocxBody::open_link(const std::string& target) {
  if (target[0] == '#') {
    out_ += "<w:hyperlink w:anchor=\"" + state_.bookmark_of(target.substr(1)) + "\" w:history=\"1\">";
  } else {
    out_ += "<w:hyperlink r:id=\"" + relations_.add("hyperlink", target, true) + "\" w:history=\"1\">";
  }
}

void DocxBody::write_note_reference(const Inline& run, const RunLook& look) {
  const auto found = state_.plan.note_of.find(run.target);
  if (found == state_.plan.note_of.end() || in_notes_) {
    const std::string words = found == state_.plan.note_of.end() ? run.text : std::to_string(found->second + 1);
    return append_run(out_, words, Marks{}.with(Mark::superscript), run.language, look);
  }
  const std::string number = std::to_string(found->second + 1), name = "_Note" + number;
  if (!state_.cited.insert(found->first).second) {  // Word has a footnote once; a second mark points at the first
    out_ += "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> NOTEREF " + name +
            " \\f \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:rPr><w:rStyle "
            "w:val=\"FootnoteReference\"/></w:rPr><w:t>" + number + "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";
    return;
  }
  const std::string id = std::to_string(state_.next_bookmark++);
  out_ += "<w:bookmarkStart w:id=\"" + id + "\" w:name=\"" + name +
          "\"/><w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteReference w:id=\"" + number +
          "\"/></w:r><w:bookmarkEnd w:id=\"" + id + "\"/>";
}

void DocxBody::write_inlines(const std::vector<Inline>& inlines, const RunLook& look) {
  std::string linked;  // the target of the link that is open
  for (const Inline& run : inlines) {
    const std::string target = link_target(run);
    if (target != linked) {
      if (!linked.empty()) out_ += "</w:hyperlink>";
      if (!target.empty()) open_link(target);
      linked = target;
    }
    RunLook here = look;
    if (!target.empty() && look.style.empty()) here.style = "Hyperlink";
    if (run.kind == InlineKind::text) append_run(out_, run.text, run.marks, run.language, here);
    if (run.kind == InlineKind::line_break) out_ += "<w:r><w:br/></w:r>";
    if (run.kind == InlineKind::note_reference) write_note_reference(run, look);
  }
  if (!linked.empty()) out_ += "</w:hyperlink>";
}

void DocxBody::write_paragraph(const Block& block, std::string_view style, NumberPlace place, std::string_view keep) {
  const std::string language = block.language.empty() ? setting().language : block.language;
  if (place.list == 0) std::swap(place, waiting_place_);
  const bool after_table = out_.ends_with("</w:tbl>");
  out_ += "<w:p><w:pPr>" + style_xml(style);
  out_ += keep;
  out_ += place_xml(place);
  if (right_to_left(language.empty() ? state_.document.language : language)) out_ += "<w:bidi/>";
  if (after_table && !style.starts_with("Heading")) out_ += "<w:spacing w:before=\"280\"/>";
  if (place.list == 0) out_ += indent_xml(setting().indent);
  if (style == "BodyText" || style.starts_with("Heading")) after_number_ = style == "BodyText" && place.list != 0;
  out_ += "</w:pPr>";
  std::vector<int> marks;
  for (const std::string& name : waiting_marks_) {
    marks.push_back(state_.next_bookmark++);
    out_ += "<w:bookmarkStart w:id=\"" + std::to_string(marks.back()) + "\" w:name=\"" + name + "\"/>";
  }
  waiting_marks_.clear();
  out_ += opening_;
  opening_.clear();
  write_inlines(block.inlines, {{}, language});
  for (const int id : marks) out_ += "<w:bookmarkEnd w:id=\"" + std::to_string(id) + "\"/>";
  out_ += "</w:p>";
}

void DocxBody::open(const Block& block, std::string close, Setting inside) {
  if (!block.language.empty()) inside.language = block.language;
  const Block* first = block.children.data();
  open_.push_back({&block, first, first + block.children.size(), std::move(close), std::move(inside), 0, {}});
}

void DocxBody::enter_heading(const Block& block) {
  if (state_.plan.contents_headings.contains(&block)) {
    write_paragraph(block, "TOCHeading", {});
  } else if (const auto found = state_.plan.heading_of.find(&block); found != state_.plan.heading_of.end()) {
    const std::string style = "Heading" + std::to_string(state_.plan.headings[found->second].level - 1);
    write_paragraph(block, style, state_.numbering.of_number(block.number));
  } else {
    write_paragraph(block, setting().style, {});
  }
  open(block, "", setting());
}

void DocxBody::enter_list(const Block& block) {
  const int depth = setting().list_depth;
  const int base = depth == 0 ? setting().indent + (after_number_ && setting().style == "BodyText" ? DocxNumbering::number_indent : 0)
                              : setting().list_base;
  Setting inside = setting();
  inside.list_base = base;
  inside.list_depth = depth + 1;
  inside.indent = base + DocxNumbering::list_indent * (depth + 1);
  if (inside.style == "BodyText") inside.style = "ListContinue";
  open(block, "", std::move(inside));
  open_.back().places = state_.numbering.of_list(block, depth, base);
}

void DocxBody::enter_list_item(const Block& block) {
  const Open& list = open_.back();
  const bool stray = list.block == nullptr || list.block->kind != BlockKind::list;
  const NumberPlace place = stray ? state_.numbering.of_number(block.number) : list.places[list.child - 1];
  const bool ordered = !stray && list.block->ordered;
  const std::string_view style = setting().style.starts_with("Table") || setting().style == "FootnoteText"
                                     ? setting().style : ordered ? "ListNumber" : "ListBullet";
  if (block.inlines.empty() && !block.children.empty()) waiting_place_ = place;
  else write_paragraph(block, style, place);
  open(block, "", setting());
}

void DocxBody::enter_boxed(const Block& block, std::string_view style) {
  Setting inside = setting();
  inside.style = style;
  if (!block.inlines.empty()) write_paragraph(block, style, state_.numbering.of_number(block.number));
  open(block, "", std::move(inside));
}

/// A control that shows what is to be written until somebody types there.
void DocxBody::enter_to_write(const Block& block) {
  const std::string id = std::to_string(state_.next_control++);
  out_ += "<w:sdt><w:sdtPr><w:alias w:val=\"To write\"/><w:tag w:val=\"to-write\"/><w:id w:val=\"" + id +
          "\"/><w:showingPlcHdr/></w:sdtPr><w:sdtContent>";
  append_run(opening_, std::string(state_.words().to_write) + " ", {}, {}, {"PlaceholderText", {}});
  Block shown(BlockKind::paragraph);
  shown.language = block.language;
  std::string runs;
  std::swap(out_, runs);
  write_inlines(block.inlines, {"PlaceholderText", block.language});
  std::swap(out_, runs);
  opening_ += runs;
  write_paragraph(shown, "ToWrite", {});
  Setting inside = setting();
  inside.style = "ToWrite";
  open(block, "</w:sdtContent></w:sdt>", std::move(inside));
}

void DocxBody::enter_figure(const Block& block) {
  const Block* caption = caption_of(block);
  if (caption != nullptr) write_caption(*caption);
  if (block.picture != nullptr) {
    constexpr float points_per_twip = 1.0f / 20, most_height = 560;
    Block shown(BlockKind::figure);
    opening_ += docx_picture(*block.picture, state_, relations_, static_cast<float>(state_.text_width) * points_per_twip,
                             state_.landscape ? 380 : most_height);
    if (opening_.empty() && !block.picture->decorative) append_run(opening_, block.picture->alternative, {}, {}, {});
    write_paragraph(shown, "Figure", {});
  }
  if (!block.inlines.empty()) write_paragraph(block, setting().style, {});
  open(block, "", setting());
}

void DocxBody::write_caption(const Block& block) {
  if (!block.number.empty()) append_run(opening_, block.number + " ", {}, {}, {});
  mark(block);
  write_paragraph(block, "Caption", {}, "<w:keepNext/>");
}

/// The report's own contents become Word's, with a first result, so that nobody has to ask for it.
void DocxBody::write_contents(const Block& block) {
  struct Entry { const Block* item; int level; };
  std::vector<Entry> entries;
  int deepest = 1;
  walk(block.children, [&](const Block& each, std::size_t depth) {
    if (each.inlines.empty()) return;
    const int level = std::min(3, static_cast<int>(depth / 2) + 1);  // a list in an item in a list
    deepest = std::max(deepest, level);
    entries.push_back({&each, level});
  });
  if (entries.empty()) return;
  out_ += "<w:sdt><w:sdtPr><w:id w:val=\"" + std::to_string(state_.next_control++) +
          "\"/><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/><w:docPartUnique/></w:docPartObj></w:sdtPr><w:sdtContent>";
  opening_ = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText xml:space=\"preserve\"> TOC \\o \"1-" +
             std::to_string(deepest) + "\" \\h \\z \\u </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>";
  for (const Entry& each : entries) {
    Block line(BlockKind::paragraph);
    line.inlines = each.item->inlines;
    if (!each.item->number.empty()) {
      Inline number = text_inline(each.item->number + "\t");
      number.target = line.inlines.front().target;
      line.inlines.insert(line.inlines.begin(), std::move(number));
    }
    write_paragraph(line, "TOC" + std::to_string(each.level), {});
  }
  out_.insert(out_.size() - std::string_view("</w:p>").size(), "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>");
  out_ += "</w:sdtContent></w:sdt>";
}

void DocxBody::enter(const Block& block) {
  const bool in_table = open_.back().block != nullptr && open_.back().block->kind == BlockKind::table;
  if (block.kind == BlockKind::caption && open_.back().block != nullptr &&
      (in_table || open_.back().block->kind == BlockKind::figure))
    return;  // written before it
  if (is_inside(block.kind)) return;
  if (block.kind != BlockKind::caption) mark(block);
  switch (block.kind) {
    case BlockKind::title:
      if (&block != state_.plan.title) return enter_heading(block);
      write_paragraph(block, "Title", {});
      return open(block, "", setting());
    case BlockKind::subtitle: return enter_boxed(block, "Subtitle");
    case BlockKind::heading: return enter_heading(block);
    case BlockKind::paragraph:
      write_paragraph(block, setting().style, state_.numbering.of_number(block.number));
      return open(block, "", setting());
    case BlockKind::list: return enter_list(block);
    case BlockKind::list_item: return enter_list_item(block);
    case BlockKind::table: return enter_table(block);
    case BlockKind::row: return open_.back().close == "</w:tbl>" ? open_row(block) : open(block, "", setting());
    case BlockKind::cell: return open_.back().close == "</w:tr>" ? open_cell(block) : enter_boxed(block, setting().style);
    case BlockKind::figure: return enter_figure(block);
    case BlockKind::caption: return write_caption(block);
    case BlockKind::quote: return enter_boxed(block, "Quote");
    case BlockKind::to_write: return enter_to_write(block);
    case BlockKind::contents: return write_contents(block);
    case BlockKind::note:
    case BlockKind::furniture: return;
  }
}

void DocxBody::close() {
  const Open& top = open_.back();
  if (top.close == "</w:tc>" && !out_.ends_with("</w:p>")) out_ += "<w:p/>";  // Word wants a paragraph at a cell's end
  if (top.close == "</w:tr>") write_hanging();
  out_ += top.close;
  if (top.close == "</w:tbl>") tables_.pop_back();
  open_.pop_back();
}

void DocxBody::write(const std::vector<Block>& blocks) {
  const std::size_t bottom = open_.size();
  open_.push_back({nullptr, blocks.data(), blocks.data() + blocks.size(), "", bottom == 0 ? first_ : open_.back().inside, 0, {}});
  while (open_.size() > bottom) {
    Open& top = open_.back();
    if (top.next == top.end) {
      close();
      continue;
    }
    const Block& block = *top.next++;
    ++top.child;
    enter(block);
  }
}

void DocxBody::write_footnotes() {
  in_notes_ = true;
  first_.style = "FootnoteText";
  for (std::size_t i = 0; i < state_.plan.notes.size(); ++i) {
    const Block& note = *state_.plan.notes[i];
    if (!state_.cited.contains(note.id)) continue;
    out_ += "<w:footnote w:id=\"" + std::to_string(i + 1) + "\">";
    opening_ = "<w:r><w:rPr><w:rStyle w:val=\"FootnoteReference\"/></w:rPr><w:footnoteRef/></w:r><w:r><w:t xml:space=\"preserve\"> </w:t></w:r>";
    first_.language = note.language;
    write_note(note);
    out_ += "</w:footnote>";
  }
}

void DocxBody::write_note(const Block& note) {
  Block words(BlockKind::paragraph);
  words.inlines = note.inlines;
  const bool own_words = !note.inlines.empty() || note.children.empty();
  if (own_words) write({words});
  write(note.children);
}

void DocxBody::write_uncited_notes() {
  bool first = true;
  for (const Block* note : state_.plan.notes) {
    if (state_.cited.contains(note->id)) continue;
    if (first) write({text_block(BlockKind::subtitle, std::string(state_.words().notes))});
    first = false;
    write_note(*note);
  }
}

}  // namespace casewright
