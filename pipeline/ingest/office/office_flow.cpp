#include "ingest/office/office_flow.h"

#include <algorithm>
#include <utility>

#include "base/letters.h"
#include "base/text.h"
#include "base/words.h"
#include "ingest/blocks/counted_paragraphs.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/named_contents.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"
#include "ingest/office/office_headings.h"
#include "ingest/office/office_words.h"
#include "ingest/parts/office_part.h"

namespace casewright {
namespace {

/// A mark that was typed at the begin of a paragraph.
struct TypedMark {
  std::string mark;
  std::size_t words_at = 0;
  bool bullet = false;
};

TypedMark typed_bullet(std::string_view text) {
  for (const std::string_view bullet : {"\xE2\x80\xA2", "\xC2\xB7", "\xE2\x96\xAA", "\xE2\x97\xA6", "\xE2\x97\x8F", "\xE2\x96\xA0", "\xE2\x9E\xA2", "\xEF\x82\xB7", "\xEF\x82\xA7",
                                        "\xE2\x86\x92", "\xE2\x9E\x94", "\xE2\x9C\x93", "\xE2\x9C\x94", "\xE2\x96\xBA", "\xE2\x96\xB6", "\xE2\x80\xA3", "\xE2\x97\x8B", "\xEF\x83\xBC", "\xEF\x83\x98",
                                        "\xE2\x80\x93", "\xE2\x80\x94", "-", "*", "o"}) {
    if (!text.starts_with(bullet) || text.size() <= bullet.size() + 1 || text[bullet.size()] != ' ') continue;
    return {std::string(bullet), bullet.size() + 1, true};
  }
  return {};
}

/// "(a)", "b)", "iv.", "3.", "(12)" with words behind it.
TypedMark typed_count(std::string_view text) {
  const bool opened = text.starts_with('(');
  std::size_t at = opened ? 1 : 0;
  const std::size_t begin = at;
  while (at < text.size() && at - begin < 5 && (is_digit(text[at]) || (text[at] >= 'a' && text[at] <= 'z') || (text[at] >= 'A' && text[at] <= 'Z'))) ++at;
  const std::string_view core = text.substr(begin, at - begin);
  if (core.empty() || at >= text.size() || (text[at] != ')' && text[at] != '.') || (opened && text[at] != ')')) return {};
  const bool number = core.size() <= 3 && std::all_of(core.begin(), core.end(), is_digit);
  const bool roman = core.find_first_not_of("ivxIVX") == std::string_view::npos;
  if (!number && !roman && core.size() != 1) return {};
  ++at;
  if (at >= text.size() || text[at] != ' ') return {};
  return {std::string(text.substr(0, at)), at + 1, false};
}

/// The mark as a paragraph or heading bears it: without the stop behind it.
std::string plain_number(std::string mark) {
  while (mark.ends_with('.') || mark.ends_with(':')) mark.pop_back();
  return mark;
}

/// A list that is being gathered; deeper ones hang from the last item of the one above.
class ListGatherer {
 public:
  explicit ListGatherer(std::vector<Block>& out) : out_(out) {}

  void add(Block item, std::size_t level, bool ordered, bool anew) {
    if (!open_) depths_.clear();
    while (!depths_.empty() && depths_.back() > level) depths_.pop_back();
    if (depths_.empty() || depths_.back() < level) {
      depths_.push_back(level);
      list_at(depths_.size() - 1, ordered, true);
    } else {
      const bool other = last_list_at(depths_.size() - 1).ordered != ordered || (anew && ordered);
      list_at(depths_.size() - 1, ordered, other);
    }
    last_list_at(depths_.size() - 1).children.push_back(std::move(item));
    open_ = true;
  }
  void end() { open_ = false; }
  bool open() const { return open_; }
  /// Adds a paragraph that belongs to the last item.
  void add_to_item(Block paragraph) { last_list_at(depths_.size() - 1).children.back().children.push_back(std::move(paragraph)); }

 private:
  std::vector<Block>& holder(std::size_t depth) {
    std::vector<Block>* blocks = &out_;
    for (std::size_t i = 0; i < depth; ++i) blocks = &blocks->back().children.back().children;
    return *blocks;
  }
  Block& last_list_at(std::size_t depth) { return holder(depth).back(); }
  void list_at(std::size_t depth, bool ordered, bool fresh) {
    if (!fresh) return;
    Block list(BlockKind::list);
    list.ordered = ordered;
    holder(depth).push_back(std::move(list));
  }

  std::vector<Block>& out_;
  std::vector<std::size_t> depths_;
  bool open_ = false;
};

class FlowReader {
 public:
  FlowReader(OfficeFlow flow, SemanticFaults* faults) : flow_(std::move(flow)), faults_(faults), body_(faults != nullptr), lists_(out_) {}

  std::vector<Block> run() {
    find_contents();
    if (body_) find_headings(flow_, *faults_);
    find_numbered_paragraphs();
    find_dialogue();
    if (body_) note_setting();
    for (at_ = 0; at_ < flow_.size(); ++at_) paragraph(flow_[at_]);
    if (body_) gather_named_contents(out_);
    return std::move(out_);
  }

 private:
  /// Notes what is set for the eye alone: columns made with tabs, room made with empty paragraphs, lines as wide as the column, very
  /// small letters.
  void note_setting() {
    constexpr std::size_t least_rows = 3, least_blanks = 4, long_paragraph = 30, few_words = 4;
    constexpr float small = 7.5F;  // points
    std::size_t rows = 0, blanks = 0;
    for (const OfficeParagraph& each : flow_) {
      const bool plain = !each.finished && (each.role == OfficeRole::body || each.role == OfficeRole::list);
      const bool empty = plain && each.block.inlines.empty() && each.block.children.empty();
      blanks = empty ? blanks + 1 : 0;
      faults_->blanks += blanks == least_blanks;
      if (empty) continue;
      const auto breaks = static_cast<std::size_t>(std::count_if(each.block.inlines.begin(), each.block.inlines.end(), [](const Inline& run) { return run.kind == InlineKind::line_break; }));
      const bool columns = plain && !each.in_contents && each.gaps >= 2 * (breaks + 1);
      rows = columns ? rows + breaks + 1 : 0;
      if (columns && rows >= least_rows) ++faults_->typed_tables, rows = 0;
      if (!plain) continue;
      const std::size_t words = count_words_between_spaces(each.block.text());
      faults_->capitals += each.capitals && words > few_words * 2;
      faults_->justified += each.justified && words >= long_paragraph;
      faults_->tiny += each.size > 0 && each.size < small && words >= few_words;
    }
  }

  /// Lines of a talk, each begun with a dash, where some ask and some do not: no list.
  void find_dialogue() {
    dialogue_.assign(flow_.size(), false);
    const auto is_line = [&](std::size_t i) {
      if (i >= flow_.size() || flow_[i].finished || flow_[i].place) return false;
      const std::string mark = typed_bullet(flow_[i].block.text()).mark;
      return mark == "-" || mark == "\xE2\x80\x93" || mark == "\xE2\x80\x94";
    };
    for (std::size_t from = 0; from < flow_.size(); ++from) {
      std::size_t end = from, asked = 0, capital = 0;
      for (; is_line(end); ++end) {
        const std::string text = flow_[end].block.text();
        const std::size_t words = typed_bullet(text).words_at;
        asked += text.ends_with('?') || text.find("? ") != std::string::npos;
        capital += !(text[words] >= 'a' && text[words] <= 'z');
      }
      const bool talk = end > from + 1 && asked > 0 && asked < end - from && capital == end - from;
      std::fill(dialogue_.begin() + static_cast<std::ptrdiff_t>(from), dialogue_.begin() + static_cast<std::ptrdiff_t>(end), talk);
      from = end;
    }
  }

  /// Contents that were typed: several lines one after the other that end in a tab or dots and a page number.
  void find_contents() {
    for (std::size_t i = 0; i < flow_.size(); ++i) {
      OfficeParagraph& each = flow_[i];
      if (each.role == OfficeRole::body && !each.finished && each.in_contents && !each.block.inlines.empty() && each.block.text().size() <= 200) each.role = OfficeRole::contents_entry;
      if (each.role == OfficeRole::body && opens_contents(each.block.text()) && next_is_entry(i)) each.role = OfficeRole::contents_heading;
      if (each.role != OfficeRole::body || !looks_like_entry(each)) continue;
      const bool beside = (i > 0 && flow_[i - 1].role == OfficeRole::contents_entry) || (i > 0 && flow_[i - 1].role == OfficeRole::contents_heading) || (i + 1 < flow_.size() && looks_like_entry(flow_[i + 1]));
      if (beside) each.role = OfficeRole::contents_entry;
    }
  }

  static bool looks_like_entry(const OfficeParagraph& each) {
    if (each.finished || each.block.inlines.empty()) return false;
    const std::string text = each.block.text();
    if (text.empty() || !is_digit(text.back()) || text.size() > 200) return false;
    std::size_t digits = text.size();
    while (digits > 0 && is_digit(text[digits - 1])) --digits;
    if (text.size() - digits > 4 || digits < 3) return false;
    if (std::string_view(text).substr(0, digits).find("....") != std::string_view::npos) return true;
    return each.last_tab != std::string::npos && each.last_tab + 1 >= digits && each.last_tab <= digits && each.last_tab > 2 && each.leader_tab;
  }

  bool next_is_entry(std::size_t i) const {
    for (++i; i < flow_.size(); ++i) {
      if (flow_[i].finished || !flow_[i].block.inlines.empty()) return flow_[i].role == OfficeRole::contents_entry || flow_[i].in_contents || looks_like_entry(flow_[i]);
    }
    return false;
  }

  /// Which counted paragraphs, by the program or by typed numbers, are the report's numbered paragraphs.
  void find_numbered_paragraphs() {
    std::vector<CountedLine> lines;
    for (const OfficeParagraph& each : flow_) {
      CountedLine& line = lines.emplace_back();
      const std::string text = each.block.text();
      line.letters = text.size();
      line.leads_in = text.ends_with(':');
      line.indent = each.left + each.first_line;
      if (each.role == OfficeRole::heading || each.role == OfficeRole::title) line.kind = CountedLine::Kind::heading;
      else if (!each.finished && !each.block.inlines.empty() && each.role != OfficeRole::contents_entry) take_count(each, text, line);
    }
    numbered_ = numbered_paragraphs(lines);
  }

  static void take_count(const OfficeParagraph& each, const std::string& text, CountedLine& line) {
    std::string mark;
    if (each.place) {
      if (each.place->bullet || !each.place->decimal || each.place->parts != 1) return;
      mark = each.place->mark;
      line.sequence = "list " + each.place->list + " " + std::to_string(each.place->level);
    } else {
      mark = text.substr(0, typed_number(each, text).words_at);
      line.sequence = mark.find(')') != std::string::npos ? ")" : mark.find('.') != std::string::npos ? "." : "tab";
    }
    const std::size_t from = mark.find_first_of("0123456789");
    if (from == std::string::npos) return;
    line.number = small_number(std::string_view(mark).substr(from, mark.find_first_not_of("0123456789", from) - from), 0, 999);
    if (line.number > 0) line.kind = CountedLine::Kind::counted;
  }

  /// "12." or "12)" that was typed, or "12" before a tab.
  static TypedMark typed_number(const OfficeParagraph& each, const std::string& text) {
    const TypedMark mark = typed_count(text);
    if (mark.words_at > 0) return text.find_first_of("0123456789") <= 1 ? mark : TypedMark{};
    const std::size_t end = text.find_first_not_of("0123456789");
    if (end == 0 || end == std::string::npos || end > 3 || text[end] != ' ' || each.first_tab != end) return {};
    return {text.substr(0, end), end + 1, false};
  }

  void paragraph(OfficeParagraph& each) {
    if (each.finished) return plain(std::move(each.block), each);
    if (each.block.inlines.empty()) return;
    switch (each.role) {
      case OfficeRole::title: return kind(each, BlockKind::title);
      case OfficeRole::subtitle: return kind(each, BlockKind::subtitle);
      case OfficeRole::heading: return heading(each);
      case OfficeRole::contents_heading:
      case OfficeRole::contents_entry: return contents(each);
      case OfficeRole::caption: return caption(each);
      case OfficeRole::quote:
        if (!each.place) return kind(each, BlockKind::quote);
        break;
      case OfficeRole::body:
      case OfficeRole::list: break;
    }
    if (each.place) return placed(each);
    if (is_table_title(each)) return caption(each);
    if (each.right > 300 && each.left > 300 && each.emphasis_share > 0.9F) return kind(each, BlockKind::quote);
    if (each.in_item && lists_.open()) return lists_.add_to_item(std::move(each.block));
    typed(each);
  }

  /// "Table 3: Contacts" over a table or under a figure.
  bool is_table_title(const OfficeParagraph& each) const {
    const std::string text = each.block.text();
    if (text.size() > 200) return false;
    const std::string lower = ascii_lower(text.substr(0, 8));
    const bool table = lower.starts_with("table ") && text.size() > 6 && is_digit(text[6]);
    const bool figure = (lower.starts_with("figure ") && text.size() > 7 && is_digit(text[7])) || (lower.starts_with("chart ") && text.size() > 6 && is_digit(text[6]));
    if (!table && !figure) return false;
    const auto finished_as = [&](std::size_t i, BlockKind wanted) { return i < flow_.size() && flow_[i].finished && flow_[i].block.kind == wanted; };
    const BlockKind wanted = table ? BlockKind::table : BlockKind::figure;
    return finished_as(at_ + 1, wanted) || (at_ > 0 && finished_as(at_ - 1, wanted)) || (at_ + 2 < flow_.size() && flow_[at_ + 1].block.inlines.empty() && finished_as(at_ + 2, wanted));
  }

  void plain(Block block, const OfficeParagraph&) {
    lists_.end();
    if (block.kind == BlockKind::table && !out_.empty() && out_.back().kind == BlockKind::caption && caption_before_) {
      Block caption = std::move(out_.back());
      out_.pop_back();
      block.children.insert(block.children.begin(), std::move(caption));
    }
    caption_before_ = false;
    out_.push_back(std::move(block));
  }

  /// Bold that a heading's or caption's style sets says no more than that it is one.
  static void drop_mark_of_all(Block& block, Mark mark) {
    const bool all = std::all_of(block.inlines.begin(), block.inlines.end(), [mark](const Inline& run) { return run.kind != InlineKind::text || run.marks.has(mark) || trim(run.text).empty(); });
    for (Inline& run : block.inlines)
      if (all) run.marks.bits &= static_cast<std::uint8_t>(~static_cast<std::uint8_t>(mark));
  }

  void kind(OfficeParagraph& each, BlockKind as) {
    Block block = std::move(each.block);
    block.kind = as;
    if (as != BlockKind::quote) drop_mark_of_all(block, Mark::strong);
    if (as != BlockKind::heading) drop_mark_of_all(block, Mark::emphasis);
    plain(std::move(block), each);
  }

  void caption(OfficeParagraph& each) {
    if (each.place) each.block.number = plain_number(each.place->mark);
    kind(each, BlockKind::caption);
    caption_before_ = true;
  }

  void heading(OfficeParagraph& each) {
    const std::string text = each.block.text();
    if (each.place && !each.place->bullet) {
      each.block.number = plain_number(each.place->mark);
    } else if (const LeadingNumber typed = leading_number(text, false); typed.words_at > 0) {
      each.block.number = std::string(typed.number);
      cut_front(each.block.inlines, typed.words_at);
    }
    each.block.level = static_cast<std::uint8_t>(std::clamp(each.level, 1, 6));
    kind(each, BlockKind::heading);
  }

  void contents(OfficeParagraph& each) {
    if (out_.empty() || out_.back().kind != BlockKind::contents || each.role == OfficeRole::contents_heading) {
      lists_.end();
      out_.emplace_back(BlockKind::contents);
      out_.back().page = each.block.page;
      entry_level_.clear();
    }
    Block& all = out_.back();
    if (each.role == OfficeRole::contents_heading) {
      all.inlines = std::move(each.block.inlines);
      return;
    }
    const int level = std::max(1, each.level);
    while (!entry_level_.empty() && entry_level_.back() > level) entry_level_.pop_back();
    if (entry_level_.empty() || entry_level_.back() < level) entry_level_.push_back(level);
    Block* holder = &all;
    for (std::size_t depth = 0; depth < entry_level_.size(); ++depth) {
      if (holder->children.empty() || holder->children.back().kind != BlockKind::list) holder->children.emplace_back(BlockKind::list);
      holder = &holder->children.back();
      if (depth + 1 < entry_level_.size()) {
        if (holder->children.empty()) holder->children.emplace_back(BlockKind::list_item);
        holder = &holder->children.back();
      }
    }
    Block item = std::move(each.block);
    item.kind = BlockKind::list_item;
    if (each.place && !each.place->bullet) item.number = each.place->mark;
    holder->children.push_back(std::move(item));
  }

  /// A paragraph that the program counts.
  void placed(OfficeParagraph& each) {
    const ListPlace& place = *each.place;
    // "3.2" and the like number the report's paragraphs; "(a)" and "1." are items of a list.
    const bool numbers_paragraphs = !place.bullet && ((place.parts > 1 && place.decimal) || numbered_[at_]);
    if (numbers_paragraphs) {
      each.block.number = plain_number(place.mark);
      return plain(std::move(each.block), each);
    }
    Block item = std::move(each.block);
    item.kind = BlockKind::list_item;
    item.number = place.mark;
    if (level_lists_.size() <= place.level) level_lists_.resize(place.level + 1u);
    const bool other = std::exchange(level_lists_[place.level], place.list) != place.list;
    lists_.add(std::move(item), place.level, !place.bullet, place.restarted || other);
    last_typed_ = false;
  }

  /// A paragraph that the program does not count: its mark may be typed.
  void typed(OfficeParagraph& each) {
    const std::string text = each.block.text();
    const bool tab = each.first_tab != std::string::npos && each.first_tab > 0 && each.first_tab < 12;
    if (const LeadingNumber number = leading_number(text, true); number.words_at > 0) {
      each.block.number = std::string(number.number);
      cut_front(each.block.inlines, number.words_at);
      return plain(std::move(each.block), each);
    }
    if (numbered_[at_])
      if (const TypedMark counted = typed_number(each, text); counted.words_at > 0) {
        each.block.number = plain_number(counted.mark);
        cut_front(each.block.inlines, counted.words_at);
        return plain(std::move(each.block), each);
      }
    TypedMark mark = dialogue_[at_] ? TypedMark{} : typed_bullet(text);
    if (mark.words_at == 0) mark = typed_count(text);
    const bool letter_o = mark.mark == "o";
    const bool set_off = each.role == OfficeRole::list || tab || each.left > 200 || each.first_line < 0;
    const bool bullet = mark.bullet && (!letter_o || tab || each.role == OfficeRole::list) && (set_off || !letter_o);
    if (mark.words_at > 0 && (bullet || (!mark.bullet && (set_off || has_typed_neighbour(mark))))) {
      cut_front(each.block.inlines, mark.words_at);
      Block item = std::move(each.block);
      item.kind = BlockKind::list_item;
      item.number = mark.mark;
      const std::size_t level = typed_level(each.left);
      level_lists_.clear();
      last_typed_ = true;
      if (faults_ != nullptr) faults_->typed_items += 1 + typed_lines(item);
      return lists_.add(std::move(item), level, !mark.bullet, begins_count(mark.mark));
    }
    plain(std::move(each.block), each);
  }

  /// How many lines behind the first of a paragraph begin with a typed sign.
  static std::uint32_t typed_lines(const Block& block) {
    std::uint32_t lines = 0;
    for (std::size_t at = 0; at + 1 < block.inlines.size(); ++at)
      lines += block.inlines[at].kind == InlineKind::line_break && typed_bullet(block.inlines[at + 1].text).words_at > 0;
    return lines;
  }

  static bool begins_count(std::string_view mark) {
    std::string core;
    for (const char c : mark)
      if (c != '(' && c != ')' && c != '.') core += c;
    return core == "1" || core == "a" || core == "i" || core == "A" || core == "I";
  }

  /// How deep a typed item stands, by its indent among those before it.
  std::size_t typed_level(int left) {
    if (!lists_.open()) indents_.clear();
    while (!indents_.empty() && indents_.back() > left + 60) indents_.pop_back();
    if (indents_.empty() || indents_.back() < left - 60) indents_.push_back(left);
    return indents_.size() - 1;
  }

  /// The paragraph before or after this one begins with a mark of the same kind.
  bool has_typed_neighbour(const TypedMark& mark) const {
    const auto alike = [&](std::size_t i) {
      if (i >= flow_.size() || flow_[i].finished || flow_[i].role == OfficeRole::heading) return false;
      const TypedMark other = typed_count(flow_[i].block.text());
      return other.words_at > 0 && other.mark.back() == mark.mark.back();
    };
    return alike(at_ + 1) || (lists_.open() && last_typed_);
  }

  OfficeFlow flow_;
  SemanticFaults* faults_;  ///< null outside the body
  bool body_;
  std::vector<Block> out_;
  ListGatherer lists_;
  std::size_t at_ = 0;
  std::vector<bool> numbered_, dialogue_;
  std::vector<std::string> level_lists_;
  std::vector<int> entry_level_;
  std::vector<int> indents_;
  bool last_typed_ = false, caption_before_ = false;
};

}  // namespace

void take_role(OfficeParagraph& paragraph, const std::vector<std::string>& names) {
  for (const std::string& name : names) {
    const auto last = name.empty() ? ' ' : name.back();
    if (name == "title") paragraph.role = OfficeRole::title;
    else if (name == "subtitle") paragraph.role = OfficeRole::subtitle;
    else if (name == "caption") paragraph.role = OfficeRole::caption;
    else if (name == "toc heading" || name == "toa heading" || name == "contents heading") paragraph.role = OfficeRole::contents_heading;
    else if ((name.starts_with("toc ") || name.starts_with("contents ")) && last >= '1' && last <= '9') paragraph.role = OfficeRole::contents_entry, paragraph.level = last - '0';
    else if (name == "table of figures") paragraph.role = OfficeRole::contents_entry, paragraph.level = 1;
    else if (name == "quote" || name == "quotations" || name == "intense quote" || name == "block text" || name == "block quotation") paragraph.role = OfficeRole::quote;
    else if (name.starts_with("heading ") && last >= '1' && last <= '9') paragraph.role = OfficeRole::heading, paragraph.level = std::min(6, last - '0');
    else if (name.starts_with("list")) paragraph.role = OfficeRole::list;
    else continue;
    return;
  }
  if (names.empty()) return;
  const std::string& own = names.front();
  const bool quotes = own.find("quote") != std::string::npos || own.find("quotation") != std::string::npos;
  if (quotes) paragraph.role = OfficeRole::quote;
  paragraph.heading_by_name = own.find("heading") != std::string::npos && own.find("table") == std::string::npos && own.find("contents") == std::string::npos;
}

std::vector<Block> blocks_of_body(OfficeFlow flow, SemanticFaults& faults) { return FlowReader(std::move(flow), &faults).run(); }

std::vector<Block> blocks_of_story(OfficeFlow flow) { return FlowReader(std::move(flow), nullptr).run(); }

void fill_from(Block& into, std::vector<Block> blocks) {
  if (!blocks.empty() && blocks.front().kind == BlockKind::paragraph && blocks.front().number.empty() && into.inlines.empty()) {
    const bool only = blocks.size() == 1;
    if (only || into.kind == BlockKind::note) {
      into.inlines = std::move(blocks.front().inlines);
      blocks.erase(blocks.begin());
    }
  }
  for (Block& each : blocks) into.children.push_back(std::move(each));
}

}  // namespace casewright
