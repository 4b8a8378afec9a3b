#include "ingest/pdf/pdf_blocks.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <map>
#include <set>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/named_contents.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"
#include "ingest/pdf/pdf_contents.h"
#include "ingest/pdf/pdf_furniture.h"
#include "ingest/pdf/pdf_headings.h"
#include "ingest/pdf/pdf_joins.h"
#include "ingest/pdf/pdf_lines.h"
#include "ingest/pdf/pdf_lists.h"
#include "ingest/pdf/pdf_loose_tables.h"
#include "ingest/pdf/pdf_measures.h"
#include "ingest/pdf/pdf_notes.h"
#include "ingest/pdf/pdf_regions.h"
#include "ingest/pdf/pdf_ruled_tables.h"
#include "ingest/pdf/pdf_settling.h"
#include "ingest/pdf/pdf_table_blocks.h"
#include "ingest/pdf/pdf_words.h"

namespace casewright {
namespace {

constexpr std::size_t nothing = static_cast<std::size_t>(-1);

/// Builds the blocks of a document from the flows of its pages.
class BlockBuilder {
 public:
  BlockBuilder(const std::vector<LaidPage>& pages, const LayoutMeasures& usual, const Headings& headings)
      : pages_(pages), usual_(usual), headings_(headings), setter_(pages) {}

  std::vector<Block> run() {
    for (const LaidPage& page : pages_) add_page(page);
    give_numbers_on(blocks_);
    settle_headings(blocks_, styles_, usual_.body);
    headings_.set_levels(blocks_, styles_);
    settle_references(blocks_, ids_);
    blocks_ = number_paragraphs(std::move(blocks_), items_);
    for (auto& [at, places] : items_) nest_items(blocks_[at], places);
    attach_captions(blocks_);
    return std::move(blocks_);
  }

 private:
  void add_page(const LaidPage& page) {
    for (const LaidLine& line : page.furniture)
      if (line.baseline < page.height / 2) put_alone(BlockKind::furniture, line);
    for (std::size_t at = 0; at < page.flow.size(); ++at) add_item(page, at);
    for (const LaidLine& line : page.furniture)
      if (line.baseline >= page.height / 2) put_alone(BlockKind::furniture, line);
  }

  void add_item(const LaidPage& page, std::size_t at) {
    const FlowItem& item = page.flow[at];
    switch (item.kind) {
      case FlowKind::note: return add_note(item.line);
      case FlowKind::contents: return add_contents(item.line, item.titles_contents, item.goes_on);
      case FlowKind::table: return add_table(page, page.tables[item.table]);
      case FlowKind::picture: return add_picture(page, item);
      case FlowKind::line: break;
    }
    const auto line_at = [&](std::size_t which) { return which < page.flow.size() && page.flow[which].kind == FlowKind::line ? &page.flow[which].line : nullptr; };
    const LaidLine* above = at > 0 && !item.opens_region ? line_at(at - 1) : nullptr;
    const LaidLine* below = at + 1 < page.flow.size() && !page.flow[at + 1].opens_region ? line_at(at + 1) : nullptr;
    add_line(item.line, above, below);
  }

  void put_alone(BlockKind kind, const LaidLine& line) { setter_.add(blocks_.emplace_back(kind), line, true); }

  void add_note(const LaidLine& line) {
    const NoteMark mark = note_mark(line);
    const bool counts_on = note_ != nothing && is_next(blocks_[note_].number, mark.number);
    const bool beside = note_ != nothing && blocks_[note_].page == line.page && !mark.raised && !counts_on && line.box.left > note_left_ + 0.7f * line.size;
    if (mark.number.empty() || beside) {
      if (note_ == nothing) note_ = blocks_.size(), blocks_.emplace_back(BlockKind::note);
      return setter_.add(blocks_[note_], line, true);
    }
    note_ = blocks_.size();
    note_left_ = line.box.left;
    ++notes_;
    Block& note = blocks_.emplace_back(BlockKind::note);
    setter_.add(note, line, true, mark.words_at);
    note.number = mark.number;
    note.id = "note-" + note.number;
    if (!ids_.insert(note.id).second) note.id += "-page-" + std::to_string(line.page);
    ids_.insert(note.id);
  }

  static bool is_next(const std::string& number, const std::string& next) {
    return is_small_number(number) && is_small_number(next) && std::stoi(next) == std::stoi(number) + 1;
  }

  /// How many notes and pieces of furniture stand behind the last block that is read on.
  std::size_t trailing_asides() const {
    std::size_t count = 0;
    while (count < blocks_.size() && (blocks_[blocks_.size() - 1 - count].kind == BlockKind::furniture || blocks_[blocks_.size() - 1 - count].kind == BlockKind::note)) ++count;
    return count;
  }

  /// The last block that is neither furniture nor a note, or nothing.
  std::size_t last_read() const { return blocks_.size() - trailing_asides() - 1; }

  void add_contents(const LaidLine& line, bool title, bool goes_on) {
    open_ = nothing;
    std::size_t at = last_read();
    if (at == nothing || blocks_[at].kind != BlockKind::contents || (title && !blocks_[at].children.empty())) {
      at = blocks_.size();
      blocks_.emplace_back(BlockKind::contents).page = line.page;
    }
    Block& contents = blocks_[at];
    if (title) return setter_.add(contents, line, true);
    if (contents.children.empty()) contents.children.emplace_back(BlockKind::list);
    std::vector<Block>& entries = contents.children[0].children;
    setter_.add(goes_on && !entries.empty() ? entries.back() : entries.emplace_back(BlockKind::list_item), line, true);
  }

  void add_table(const LaidPage& page, const LaidTable& table) {
    open_ = nothing;
    Block block = block_of_table(table, page.number, setter_, usual_);
    const std::size_t last = last_read();
    if (last != nothing && blocks_[last].kind == BlockKind::table && table_ != nullptr && goes_on_with(*table_, table) &&
        (table_page_ != page.number || table.box.top < table_->box.top)) {
      append_rows(blocks_[last], std::move(block), true);
    } else {
      blocks_.push_back(std::move(block));
    }
    table_ = &table;
    table_page_ = page.number;
  }

  void add_picture(const LaidPage& page, const FlowItem& item) {
    Block& figure = blocks_.emplace_back(BlockKind::figure);
    figure.page = page.number;
    figure.box = item.box;
    figure.picture = std::make_shared<Picture>();
  }

  float step(const LaidLine& above, const LaidLine& line) const { return line.baseline - above.baseline; }
  /// The usual distance of lines of that size.
  float pitch(float size) const { return usual_.pitch * std::max(size, 0.5f * usual_.body) / usual_.body; }
  /// Some programs push a line down that bears a raised mark.
  static bool is_pushed(const LaidLine& line) {
    return std::any_of(line.words.begin(), line.words.end(), [](const LaidWord& word) { return word.raised || word.superscript; });
  }
  bool is_far(const LaidLine& above, const LaidLine& line) const {
    return step(above, line) > (is_pushed(line) ? 1.4f : 1.22f) * pitch(std::max(line.size, above.size)) + 0.5f;
  }

  void add_line(const LaidLine& line, const LaidLine* above, const LaidLine* below) {
    if (line.text.empty()) return;
    const bool alone_above = above == nullptr ? parted_from_open(line) : is_far(*above, line) || ends_early(*above, line, line.column_right, 0.1f * (line.column_right - line.column_left)) || above->box.left - line.box.left > 6 * line.size;
    const bool alone_below = below == nullptr || is_far(line, *below) || ends_early(line, *below, line.column_right, 0) || std::fabs(line.size - below->size) > 0.06f * line.size;
    if (goes_on_with_heading(line, above)) {
      setter_.add(blocks_[heading_], line, true);
      heading_line_ = &line;
      return;
    }
    const bool below_heading = std::exchange(heading_line_, nullptr) == above && above != nullptr && std::fabs(above->size - line.size) > 0.06f * line.size;
    if (goes_on_with_quote(line, above)) return go_on(line);
    if (!is_caption(line.text) && headings_.is_heading(line, below, alone_above || below_heading, alone_below)) return open_heading(line);
    if (in_notes_ && (note_ != nothing || note_mark(line).number == "1") && lists_note(line)) return add_note(line);
    in_notes_ = false;
    if (open_ != nothing && goes_on(line, above)) return go_on(line);
    open_block(line);
  }

  /// At the head of a column, a line is parted from what is open unless it goes on with its sentence.
  bool parted_from_open(const LaidLine& line) const { return open_ == nothing || last_ == nullptr || !runs_over(line); }

  bool goes_on_with_heading(const LaidLine& line, const LaidLine* above) const {
    if (heading_line_ == nullptr || above != heading_line_) return false;
    const HeadingStyle style = headings_.style_of(line), before = styles_.at(heading_);
    const bool same = std::fabs(style.size - before.size) < 0.3f && style.strong == before.strong && style.coloured == before.coloured;
    if (!same || step(*above, line) > 1.45f * line.size || !leading_number(line.text, false).number.empty()) return false;
    // Bold lines as large as the text are one heading only where the first was full.
    return style.size > 1.15f * usual_.body || !ends_early(*above, line, line.column_right, 0.02f * (line.column_right - line.column_left));
  }

  /// Words of somebody's own, set large, go on until their mark closes.
  bool goes_on_with_quote(const LaidLine& line, const LaidLine* above) const {
    if (open_ == nothing || item_ || above == nullptr || above != last_ || !line.emphasis || !above->emphasis) return false;
    const bool same = std::fabs(line.size - above->size) < 0.3f && step(*above, line) < 1.6f * line.size;
    return same && first_->text.starts_with("\xE2\x80\x9C") && blocks_[open_].text().find("\xE2\x80\x9D") == std::string::npos;
  }

  /// Below a heading "Notes" stands one after the other, or the rest of one.
  bool lists_note(const LaidLine& line) const {
    const std::string number = note_mark(line).number;
    return number.empty() ? note_ != nothing && blocks_.back().kind == BlockKind::note && ordinal_size(line.text) == 0 : number == std::to_string(notes_ + 1) || ids_.count("note-" + number) == 0;
  }

  static bool is_notes_title(const std::string& text) {
    const std::string small = ascii_lower(text.substr(leading_number(text, false).words_at));
    return small == "notes" || small == "endnotes" || small == "footnotes" || small == "end notes";
  }

  void open_heading(const LaidLine& line) {
    in_notes_ = is_notes_title(line.text);
    if (in_notes_) note_ = nothing;
    heading_ = blocks_.size();
    styles_[heading_] = headings_.style_of(line);
    setter_.add(blocks_.emplace_back(BlockKind::heading), line, true);
    heading_line_ = &line;
    open_ = nothing;
  }

  Block& open_words() { return item_ ? blocks_[open_].children.back() : blocks_[open_]; }

  float room(const LaidLine& line) const { return 0.12f * (line.column_right - line.column_left); }

  bool goes_on(const LaidLine& line, const LaidLine* above) {
    if (above == nullptr || above != last_) return runs_over(line) && !marks_block(line, false);
    const bool full = !ends_early(*above, line, edge_, 0);
    if (is_far(*above, line) || std::fabs(line.size - above->size) > 0.06f * line.size + 0.3f) return false;
    if (is_caption(line.text) && !full) return false;
    if (marks_block(line, full)) return false;
    const bool ended = ends_sentence(open_words().text());
    if (ended && ends_early(*above, line, edge_, room(line))) return false;
    if (!ended && ends_early(*above, line, edge_, 3.5f * room(line)) && !begins_small(line.text)) return false;
    if (line.emphasis != above->emphasis && lines_ >= 1 && line.emphasis != first_->emphasis && (line.emphasis || first_->emphasis) && !full) return false;
    if (line.strong != above->strong && !full && (line.strong || first_->strong)) return false;
    return stands_under(line, full);
  }

  /// A line of a paragraph stands under the line before it; the second may be set in or out against the first.
  bool stands_under(const LaidLine& line, bool full) const {
    const float em = line.size, off = line.box.left - body_left_;
    if (item_) return line.box.left > first_->box.left - 0.4f * em && (line.box.left > first_->box.left + 0.4f * em || full) && (lines_ < 2 || std::fabs(off) < 0.8f * em);
    if (lines_ >= 2) return std::fabs(off) < 0.8f * em || (off < 0 && full && lines_ == 2 && false);
    if (std::fabs(off) < 0.8f * em) return true;
    return full && std::fabs(off) < 6 * em;
  }

  /// True where the line begins with a bullet or a number that opens a block.
  bool marks_block(const LaidLine& line, bool full) const {
    if (is_counted_label(line.text) && ended()) return true;
    const BulletMark bullet = bullet_of(line.text);
    if (bullet.bytes > 0 && bullet.sure) return true;
    const bool under = last_ != nullptr && last_->page == line.page && std::fabs(line.box.left - body_left_) < 0.5f * line.size && lines_ >= 2;
    const bool may_be_words = full && under;
    if (bullet.bytes > 0) return !may_be_words;
    if (const LeadingNumber number = leading_number(line.text, true); !number.number.empty()) {
      // "... at 16.40 Mother rang": in the middle of a sentence only the next number opens a paragraph.
      if (full && !last_number_.empty() && !ended() && !follows_last(number.number)) return false;
      return !may_be_words || ended();
    }
    if (ordinal_size(line.text) > 0) return !may_be_words || (ended() && (item_ || line.words.size() < 2 || line.words[1].box.left - line.words[0].box.right > 0.5f * line.size));
    return false;
  }

  bool ended() const {
    const Block& block = item_ ? blocks_[open_].children.back() : blocks_[open_];
    return ends_sentence(block.text());
  }

  /// A line that is bold or underlined as what came before is not, and begins like a heading.
  bool stands_out(const LaidLine& line) const {
    return !begins_small(line.text) && ((line.strong && !last_->strong) || (line.underlined && !last_->underlined));
  }

  /// The number is that of the paragraph after the last numbered one: "3.5" after "3.4", "4.1" after "3.9".
  bool follows_last(std::string_view number) const {
    const std::size_t dot = number.rfind('.'), before = last_number_.rfind('.');
    if (dot == std::string_view::npos || before == std::string::npos) return false;
    const auto value = [](std::string_view digits) { return std::atoi(std::string(digits).c_str()); };
    const int last = value(std::string_view(last_number_).substr(before + 1)), here = value(number.substr(dot + 1));
    if (number.substr(0, dot) == std::string_view(last_number_).substr(0, before)) return here > last && here <= last + 3;
    return here == 1;
  }

  /// A paragraph goes on in the next column or on the next page.
  bool runs_over(const LaidLine& line) const {
    if (last_ == nullptr || std::fabs(line.size - last_->size) > 0.06f * line.size + 0.3f) return false;
    if (last_read() != open_) return false;
    if (is_caption(line.text) || stands_out(line)) return false;
    const Block& block = item_ ? blocks_[open_].children.back() : blocks_[open_];
    const std::string text = block.text();
    if (begins_small(line.text)) return true;
    // Between a column and lines over the whole page only a sentence that has not ended goes on.
    const float wide = line.column_right - line.column_left, before = last_->column_right - last_->column_left;
    if (std::fabs(wide - before) > 0.15f * std::max(wide, before) && ends_sentence(text)) return false;
    if (!ends_sentence(text)) return !ends_early(*last_, line, last_->column_right, 2.5f * room(line)) || text.ends_with(",");
    if (text.ends_with(":") || text.ends_with(";")) return false;
    // A sentence ended with the page: its paragraph goes on where the last line was full and nothing is set in anew.
    if (line.box.left - line.column_left > 0.8f * line.size && body_left_ - last_->column_left < 0.5f * line.size) return false;
    const bool full = last_->box.right > last_->column_right - 0.5f || !ends_early(*last_, line, last_->column_right, 0);
    if (numbered_ >= 6 && blocks_[open_].number.empty() && !item_) return full;
    return full && (lines_ >= 2 || !blocks_[open_].number.empty());
  }

  void go_on(const LaidLine& line) {
    setter_.add(open_words(), line, false);
    const bool moved = last_ == nullptr || last_->page != line.page || line.baseline < last_->baseline;
    ++lines_;
    if (lines_ == 2 || moved) body_left_ = line.box.left;
    edge_ = line.column_right;
    last_ = &line;
  }

  void open_block(const LaidLine& line) {
    const BulletMark bullet = bullet_of(line.text);
    const LeadingNumber number = leading_number(line.text, true);
    const std::size_t ordinal = bullet.bytes > 0 || !number.number.empty() ? 0 : ordinal_size(line.text);
    const std::size_t before = open_ != nothing && item_ && last_read() == open_ ? open_ : nothing;
    lines_ = 1;
    first_ = last_ = &line;
    body_left_ = line.box.left;
    edge_ = line.column_right;
    item_ = bullet.bytes > 0 || ordinal > 0;
    if (item_) return open_item(line, bullet.bytes > 0 ? bullet.bytes : ordinal, ordinal > 0, before);
    open_ = blocks_.size();
    Block& block = blocks_.emplace_back(is_caption(line.text) ? BlockKind::caption : number.number.empty() && is_quote(line) ? BlockKind::quote : BlockKind::paragraph);
    setter_.add(block, line, false, number.number.empty() ? 0 : number.words_at);
    if (number.number.empty()) return;
    block.number = last_number_ = std::string(number.number);
    ++numbered_;
  }

  /// Words set in that are in quotation marks, or all in italics.
  static bool is_quote(const LaidLine& line) {
    const bool quoted = line.text.starts_with("\xE2\x80\x9C") || line.text.starts_with("\xE2\x80\x98");
    if (line.box.left - line.column_left < (quoted && line.emphasis ? 0.4f : 1.2f) * line.size) return false;
    return line.emphasis || line.text.starts_with("\xE2\x80\x9C") || line.text.starts_with("\xE2\x80\x98") || line.text.starts_with("\"");
  }

  void open_item(const LaidLine& line, std::size_t mark, bool ordered, std::size_t list) {
    open_ = list;
    if (list == nothing) {
      open_ = blocks_.size();
      blocks_.emplace_back(BlockKind::list).ordered = ordered;
      blocks_.back().page = line.page;
    }
    Block& item = blocks_[open_].children.emplace_back(BlockKind::list_item);
    std::size_t words = mark;
    while (words < line.text.size() && line.text[words] == ' ') ++words;
    item.number = line.text.substr(0, mark);
    setter_.add(item, line, false, words);
    if (item.page == 0) item.page = line.page, item.box = line.box;
    items_[open_].push_back({line.box.left - line.column_left, line.size, ordered, line.page});
  }

  const std::vector<LaidPage>& pages_;
  const LayoutMeasures& usual_;
  const Headings& headings_;
  LineSetter setter_;
  std::vector<Block> blocks_;
  std::map<std::size_t, HeadingStyle> styles_;           // of headings, by block
  std::map<std::size_t, std::vector<ItemPlace>> items_;  // of list items, by block
  std::set<std::string> ids_;

  std::size_t open_ = nothing;       // the paragraph or list that may go on
  bool item_ = false;                // it is a list, and its last item is open
  const LaidLine *first_ = nullptr, *last_ = nullptr;  // its first and last line
  int lines_ = 0;
  float body_left_ = 0, edge_ = 0;
  std::size_t numbered_ = 0;         // paragraphs with a number so far
  std::string last_number_;

  std::size_t heading_ = nothing;
  const LaidLine* heading_line_ = nullptr;
  std::size_t note_ = nothing;
  float note_left_ = 0;
  std::size_t notes_ = 0;
  bool in_notes_ = false;            // the heading above is "Notes"
  const LaidTable* table_ = nullptr;
  std::uint32_t table_page_ = 0;
};

/// Lines under which a rule runs from end to end, links left out.
void mark_underlined(LaidPage& page) {
  for (FlowItem& item : page.flow) {
    LaidLine& line = item.line;
    if (item.kind != FlowKind::line || line.words.empty() || !line.words.front().target.empty()) continue;
    auto rule = std::lower_bound(page.across.begin(), page.across.end(), line.baseline, [](const LaidRule& each, float at) { return each.at < at; });
    for (; rule != page.across.end() && rule->at < line.baseline + 0.35f * line.size && !line.underlined; ++rule)
      line.underlined = std::fabs(rule->from - line.box.left) < 0.3f * line.size && std::fabs(rule->to - line.box.right) < 0.3f * line.size;
  }
}

/// Large words that lie across the page belong to no line of it.
void take_watermark(std::vector<LaidWord>& words, LaidPage& page) {
  constexpr float least_size = 24;
  const auto across = [](const LaidWord& word) { return word.slanted && word.size >= least_size; };
  std::vector<LaidWord> mark;
  std::copy_if(words.begin(), words.end(), std::back_inserter(mark), across);
  if (mark.empty()) return;
  std::erase_if(words, across);
  page.furniture.push_back(line_of(std::move(mark), page));
}

}  // namespace

LaidPage page_of(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts) {
  LaidPage page;
  std::vector<LaidWord> words = words_of(scan, fonts, page);
  take_watermark(words, page);
  take_ruled_tables(scan, words, page);
  page.rows = rows_of(std::move(words), page);
  return page;
}

std::vector<Block> blocks_of_pages(std::vector<LaidPage>& pages, const std::vector<pdf::Bookmark>& bookmarks) {
  set_furniture_apart(pages);
  LayoutMeasures usual = measures_of(pages);
  for (LaidPage& page : pages) {
    lay_out(page, usual);
    mark_underlined(page);
  }
  usual.pitch = pitch_of(pages, usual);
  mark_notes(pages, usual);
  const std::vector<ContentsEntry> contents = mark_contents(pages);
  take_loose_tables(pages, usual);
  const Headings headings(usual, bookmarks, contents);
  std::vector<Block> blocks = BlockBuilder(pages, usual, headings).run();
  gather_named_contents(blocks);
  return blocks;
}

}  // namespace casewright
