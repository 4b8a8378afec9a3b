#include "ingest/pdf_blocks.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <set>

#include "base/text.h"
#include "foreign/unicode.h"
#include "ingest/hyphens.h"
#include "ingest/run_builder.h"
#include "ingest/runs.h"

namespace casewright {
namespace {

bool is_digit(char c) { return c >= '0' && c <= '9'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }
bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_letter(char c) { return is_small(c) || is_capital(c); }

/// Digits made alike, so that "Page 3 of 9" repeats.
std::string pattern_of(const std::string& text) {
  std::string pattern;
  for (const char c : text)
    if (!is_digit(c)) pattern += c;
    else if (pattern.empty() || pattern.back() != '#') pattern += '#';
  return pattern;
}

bool at_edge(const PdfLine& line) { return line.box.bottom < 0.14f * line.page_height || line.box.top > 0.86f * line.page_height; }

/// The lines that stand in the margin of many pages: headers, footers, page numbers.
std::set<const PdfLine*> furniture_of(const std::vector<PdfPageLines>& pages) {
  using Key = std::pair<std::string, bool>;
  std::map<Key, std::map<int, std::set<std::uint32_t>>> places;
  std::map<const PdfLine*, Key> keys;
  for (const PdfPageLines& page : pages) {
    std::vector<const PdfLine*> lines;
    for (const PdfLine& line : page.lines)
      if (at_edge(line)) lines.push_back(&line);
    for (const PdfLine* line : lines) {
      const Key key{pattern_of(line->text), line->box.bottom < 0.5f * page.height};
      keys[line] = key;
      places[key][static_cast<int>(std::lround(line->baseline / 3))].insert(page.number);
    }
  }
  std::set<const PdfLine*> furniture;
  const double needed = std::max(2.0, 0.3 * static_cast<double>(pages.size()));
  for (const auto& [line, key] : keys) {
    std::set<std::uint32_t> on;
    const int here = static_cast<int>(std::lround(line->baseline / 3));
    for (const auto& [place, where] : places[key])
      if (std::abs(place - here) <= 1) on.insert(where.begin(), where.end());
    if (static_cast<double>(on.size()) >= needed) furniture.insert(line);
  }
  return furniture;
}

/// A line that leads to a page: dots and a number at its end.
bool is_contents_line(const std::string& text) {
  std::size_t end = text.size();
  while (end > 0 && is_digit(text[end - 1])) --end;
  if (end == text.size() || end < 5) return false;
  std::size_t dots = 0;
  for (std::size_t at = end; at > 0;) {
    const char c = text[at - 1];
    if (c == '.') ++dots;
    else if (at >= 3 && text.compare(at - 3, 3, "\xE2\x80\xA6") == 0) dots += 3, at -= 2;
    else if (c != ' ') break;
    --at;
  }
  return dots >= 4;
}

bool is_contents_title(const std::string& text) {
  const std::string small = ascii_lower(fold_space(text));
  return small == "contents" || small == "table of contents" || small == "contents page";
}

/// The bytes of a bullet at the beginning of a line, or 0.
std::size_t bullet_size(std::string_view text) {
  for (const char* mark : {"\xE2\x80\xA2", "\xE2\x97\x8F", "\xE2\x96\xAA", "\xE2\x96\xA0", "\xE2\x97\xA6", "\xE2\x97\x8B", "\xC2\xB7",
                           "\xEF\x82\xB7", "\xEF\x82\xA7", "\xE2\x9E\xA2", "\xE2\x80\xA3"})
    if (text.starts_with(mark)) return std::string_view(mark).size();
  for (const std::string_view mark : {"\xE2\x80\x93 ", "- ", "o ", "* "})
    if (text.starts_with(mark)) return mark.size() - 1;
  return 0;
}

/// The bytes of "a)", "(iv)" or "3." at the beginning of a line, or 0.
std::size_t ordinal_size(std::string_view text) {
  std::size_t at = text.starts_with("(") ? 1 : 0;
  const std::size_t from = at;
  while (at < text.size() && at - from < 5 && std::string_view("ivx").find(text[at]) != std::string_view::npos) ++at;
  if (at == from && at < text.size() && is_small(text[at])) ++at;
  if (at == from)
    while (at < text.size() && at - from < 2 && is_digit(text[at])) ++at;
  if (at == from || at + 1 >= text.size() || (text[at] != ')' && (text[at] != '.' || from == 1)) || text[at + 1] != ' ') return 0;
  return at + 1;
}

bool is_caption(const std::string& text) {
  for (const std::string_view word : {"Table ", "Figure ", "Chart ", "Box "})
    if (text.starts_with(word) && text.size() > word.size() && is_digit(text[word.size()])) {
      const std::size_t after = text.find_first_not_of("0123456789", word.size());
      return after != std::string::npos && (text[after] == ':' || text[after] == '.');
    }
  return false;
}

/// Adds the words of lines to a block.
class Setter {
 public:
  explicit Setter(Hyphens& hyphens) : hyphens_(hyphens) {}

  void add(Block& block, const PdfLine& line, bool plain) {
    const PdfWord* before = nullptr;
    for (const PdfWord& word : line.words) {
      if (word.raised && before != nullptr) {
        reference(block, word, line.page);
        continue;
      }
      if (word.raised) continue;  // the number of a note
      const bool spaced = before == nullptr ? !block.inlines.empty() : word.box.left - before->box.right > 0.12f * line.size;
      const bool joined = before == nullptr && join_hyphen(block, word);
      append(block, word, line.page, spaced && !joined, plain);
      before = &word;
    }
    const Box& box = line.box;
    if (block.page == 0) block.page = line.page, block.box = box;
    else if (block.page == line.page)
      block.box = {std::min(block.box.left, box.left), std::min(block.box.top, box.top), std::max(block.box.right, box.right),
                   std::max(block.box.bottom, box.bottom)};
  }

 private:
  static void reference(Block& block, const PdfWord& word, std::uint32_t page) {
    block.inlines.push_back(note_reference(std::string(trim(word.text)), std::to_string(page), {1, page, word.first_glyph}));
  }

  bool join_hyphen(Block& block, const PdfWord& next) {
    if (block.inlines.empty() || block.inlines.back().kind != InlineKind::text) return false;
    std::string& text = block.inlines.back().text;
    const std::string_view mark = text.ends_with("\xC2\xAD") ? "\xC2\xAD" : text.ends_with("\xE2\x80\x90") ? "\xE2\x80\x90" : "-";
    if (!text.ends_with(mark) || text.size() < mark.size() + 2 || next.text.empty() || !is_small(next.text[0])) return false;
    if (!is_letter(text[text.size() - mark.size() - 1])) return false;
    const std::size_t from = text.find_last_of(" \n");
    const std::string last = text.substr(from == std::string::npos ? 0 : from + 1);
    if (mark == "\xC2\xAD" || hyphens_.goes(last.substr(0, last.size() - mark.size()), next.text)) text.resize(text.size() - mark.size());
    return true;
  }

  static void append(Block& block, const PdfWord& word, std::uint32_t page, bool spaced, bool plain) {
    Marks marks;
    if (word.strong && !plain) marks = marks.with(Mark::strong);
    if (word.emphasis && !plain) marks = marks.with(Mark::emphasis);
    std::vector<Inline>& runs = block.inlines;
    const bool goes_on = !runs.empty() && runs.back().kind == InlineKind::text && runs.back().marks == marks && runs.back().target == word.target;
    if (spaced && !runs.empty() && !goes_on) {
      // The space stands with the run before it, or with the new one after a note's mark.
      if (runs.back().kind == InlineKind::text) runs.back().text += ' ', spaced = false;
    }
    if (!goes_on) {
      Inline run;
      run.marks = marks;
      run.target = word.target;
      runs.push_back(std::move(run));
    }
    Inline& run = runs.back();
    const Origin origin{1, page, word.first_glyph};
    if (spaced && run.text.empty()) run.origins.push_back({0, origin, OriginStep::Steps::stays});
    if (spaced) run.text += ' ';
    const auto at = static_cast<std::uint32_t>(run.text.size());
    run.origins.push_back({at, origin, word.exact ? OriginStep::Steps::by_character : OriginStep::Steps::stays});
    run.text += word.text;
  }

  Hyphens& hyphens_;
};

/// What one style of heading is: size, then weight.
using Style = std::pair<float, bool>;

/// Builds the blocks of a document from its lines.
class BlockBuilder {
 public:
  BlockBuilder(const std::vector<PdfPageLines>& pages, const std::vector<pdf::Bookmark>& bookmarks)
      : pages_(pages), setter_(hyphens_), furniture_(furniture_of(pages)) {
    for (const pdf::Bookmark& each : bookmarks) levels_.try_emplace(ascii_lower(fold_space(each.title)), each.level);
    for (const PdfPageLines& page : pages)
      for (const PdfLine& line : page.lines)
        for (const PdfWord& word : line.words) hyphens_.learn(word.text);
    measure();
  }

  std::vector<Block> run() {
    for (const PdfPageLines& page : pages_) add_page(page);
    finish_levels();
    finish_references();
    return std::move(blocks_);
  }

 private:
  void measure() {
    std::map<float, std::size_t> sizes;
    std::map<float, std::size_t> pitches;
    for (const PdfPageLines& page : pages_)
      for (const PdfLine& line : page.lines) sizes[line.size] += line.text.size();
    std::size_t most = 0;
    for (const auto& [size, letters] : sizes)
      if (letters > most) most = letters, body_ = size;
    for (const PdfPageLines& page : pages_)
      for (std::size_t i = 1; i < page.lines.size(); ++i) {
        const float pitch = std::round((page.lines[i].baseline - page.lines[i - 1].baseline) * 2) / 2;
        if (page.lines[i].size == body_ && page.lines[i - 1].size == body_ && pitch > 0 && pitch < 3 * body_) ++pitches[pitch];
      }
    std::size_t highest = 0;
    for (const auto& [pitch, count] : pitches) highest = std::max(highest, count);
    pitch_ = 1.2f * body_;
    for (const auto& [pitch, count] : pitches)
      if (static_cast<double>(count) >= 0.15 * static_cast<double>(highest)) {
        pitch_ = pitch;
        break;
      }
  }

  void add_page(const PdfPageLines& page) {
    const std::size_t notes_from = first_note(page);
    right_edge_ = 0;
    for (const PdfLine& line : page.lines) right_edge_ = std::max(right_edge_, line.box.right);
    for (std::size_t at = 0; at < page.lines.size(); ++at) {
      const PdfLine& line = page.lines[at];
      if (furniture_.count(&line) != 0) put_alone(BlockKind::furniture, line);
      else if (at >= notes_from) add_note(line);
      else add_line(line);
    }
  }

  static bool opens_note(const PdfLine& line) {
    if (!line.words.empty() && line.words.front().raised) return true;
    std::size_t at = 0;
    while (at < line.text.size() && at < 3 && is_digit(line.text[at])) ++at;
    if (at == 0) return false;
    if (at < line.text.size() && (line.text[at] == '.' || line.text[at] == ')')) ++at;
    while (at < line.text.size() && line.text[at] == ' ') ++at;
    return at < line.text.size() && (is_capital(line.text[at]) || static_cast<unsigned char>(line.text[at]) >= 0xC0 || line.text[at] == '"');
  }

  /// Where the notes at the foot of a page begin: small lines to its end, the first with a number.
  std::size_t first_note(const PdfPageLines& page) const {
    std::size_t from = page.lines.size();
    while (from > 0) {
      const PdfLine& line = page.lines[from - 1];
      const bool small = line.size <= 0.92f * body_ && line.box.top > 0.3f * page.height;
      if (!small && furniture_.count(&line) == 0) break;
      --from;
    }
    while (from < page.lines.size() && (furniture_.count(&page.lines[from]) != 0 || !opens_note(page.lines[from]))) ++from;
    return from;
  }

  void add_note(const PdfLine& line) {
    const bool opens = opens_note(line) && (note_ == nothing || blocks_[note_].page != line.page || line.box.left <= note_left_ + 6);
    if (opens || note_ == nothing) {
      note_ = blocks_.size();
      note_left_ = line.box.left;
      Block& note = blocks_.emplace_back(BlockKind::note);
      setter_.add(note, line, true);
      if (line.words.front().raised) note.number = std::string(trim(line.words.front().text));
      else number_of_note(note);
      note.id = "note-" + note.number;
      if (!ids_.insert(note.id).second) note.id += "-page-" + std::to_string(line.page), ids_.insert(note.id);
      return;
    }
    setter_.add(blocks_[note_], line, true);
  }

  static void number_of_note(Block& note) {
    const std::string text = note.text();
    std::size_t at = 0;
    while (at < text.size() && is_digit(text[at])) ++at;
    note.number = text.substr(0, at);
    if (at < text.size() && (text[at] == '.' || text[at] == ')')) ++at;
    while (at < text.size() && text[at] == ' ') ++at;
    cut_front(note.inlines, at);
  }

  void put_alone(BlockKind kind, const PdfLine& line) {
    setter_.add(blocks_.emplace_back(kind), line, true);
  }

  bool is_heading(const PdfLine& line) const {
    if (line.text.size() > 140 || is_caption(line.text)) return false;
    const auto letters = std::count_if(line.text.begin(), line.text.end(), is_letter);
    if (letters < 3) return false;
    if (line.size >= 1.08f * body_) return true;
    const char last = line.text.back();
    return line.strong && std::fabs(line.size - body_) < 0.6f && last != '.' && last != ';' && last != ',' && bullet_size(line.text) == 0;
  }

  void add_line(const PdfLine& line) {
    if (line.text.empty()) return;
    if (is_contents_line(line.text) || is_contents_title(line.text) || goes_on_with_contents(line)) return add_contents(line);
    if (is_heading(line)) return add_heading(line);
    last_heading_ = nothing;
    if (begins_block(line)) open_block(line);
    else setter_.add(current(), line, false);
    before_ = &line;
  }

  /// Under a title "Contents", a number far from the words before it is a page.
  bool goes_on_with_contents(const PdfLine& line) const {
    if (blocks_.empty() || blocks_.back().kind != BlockKind::contents || line.words.size() < 2) return false;
    const PdfWord& last = line.words.back();
    const bool number = std::all_of(last.text.begin(), last.text.end(), is_digit);
    return number && last.box.left - line.words[line.words.size() - 2].box.right > 1.2f * line.size;
  }

  void add_contents(const PdfLine& line) {
    current_ = nothing;
    before_ = nullptr;
    if (blocks_.empty() || blocks_.back().kind != BlockKind::contents) {
      if (blocks_.size() < 2 || blocks_[blocks_.size() - 2].kind != BlockKind::contents || blocks_.back().kind != BlockKind::furniture) {
        Block& fresh = blocks_.emplace_back(BlockKind::contents);
        fresh.page = line.page;
        if (is_contents_title(line.text)) return setter_.add(fresh, line, true);
        fresh.children.emplace_back(BlockKind::list);
      }
    }
    Block& contents = blocks_.back().kind == BlockKind::contents ? blocks_.back() : blocks_[blocks_.size() - 2];
    if (contents.children.empty()) contents.children.emplace_back(BlockKind::list);
    setter_.add(contents.children[0].children.emplace_back(BlockKind::list_item), line, true);
  }

  void add_heading(const PdfLine& line) {
    const Style style{line.size, line.strong};
    const bool goes_on = last_heading_ != nothing && styles_[last_heading_] == style && before_ != nullptr && before_->page == line.page &&
                         line.baseline - before_->baseline > 0 && line.baseline - before_->baseline < 1.5f * line.size &&
                         !is_digit(line.text[0]);
    if (!goes_on) {
      last_heading_ = blocks_.size();
      blocks_.emplace_back(BlockKind::heading);
      styles_[last_heading_] = style;
    }
    setter_.add(blocks_[last_heading_], line, true);
    current_ = nothing;
    before_ = &line;
  }

  Block& current() { return in_list_ ? blocks_[current_].children.back() : blocks_[current_]; }

  bool begins_block(const PdfLine& line) {
    if (current_ == nothing || before_ == nullptr) return true;
    if (bullet_size(line.text) > 0 || !leading_number(line.text, true).number.empty() || is_caption(line.text)) return true;
    if (ordinal_size(line.text) > 0) {
      const std::string so_far = current().text();
      if (in_list_ || so_far.ends_with(":") || so_far.ends_with(";") || line.box.left > current().box.left + 4) return true;
    }
    if (line.page == before_->page && line.baseline > before_->baseline) return begins_below(line);
    const std::string so_far = current().text();
    const bool ended = so_far.find_last_of(".!?:;") == so_far.size() - 1 || so_far.ends_with("\xE2\x80\x9D");
    return ended && !is_small(line.text[0]);
  }

  bool begins_below(const PdfLine& line) const {
    if (line.baseline - before_->baseline > 1.28f * pitch_ + 0.6f) return true;
    if (std::fabs(line.size - before_->size) > 1) return true;
    if (in_list_) return line.box.left < item_left_ - 3;
    // An indented line after a short one opens a paragraph.
    return lines_ > 1 && line.box.left > before_->box.left + 6 && line.box.left < before_->box.left + 30 && before_->box.right < 0.9f * right_edge_;
  }

  void open_block(const PdfLine& line) {
    lines_ = 1;
    const std::size_t bullet = bullet_size(line.text);
    const LeadingNumber number = leading_number(line.text, true);
    const std::size_t ordinal = bullet > 0 || !number.number.empty() ? 0 : ordinal_size(line.text);
    if (bullet > 0 || ordinal > 0) return open_item(line, bullet > 0 ? bullet : ordinal, ordinal > 0);
    in_list_ = false;
    current_ = blocks_.size();
    Block& block = blocks_.emplace_back(is_caption(line.text) ? BlockKind::caption : BlockKind::paragraph);
    setter_.add(block, line, false);
    if (number.number.empty()) return;
    block.number = std::string(number.number);
    cut_front(block.inlines, number.words_at);
  }

  void open_item(const PdfLine& line, std::size_t mark, bool ordered) {
    const bool goes_on = in_list_ && current_ != nothing && current_ + 1 >= blocks_.size() - trailing_asides();
    if (!goes_on || blocks_[current_].ordered != ordered) {
      current_ = blocks_.size();
      blocks_.emplace_back(BlockKind::list).ordered = ordered;
      blocks_.back().page = line.page;
    }
    in_list_ = true;
    item_left_ = line.box.left;
    Block& item = blocks_[current_].children.emplace_back(BlockKind::list_item);
    setter_.add(item, line, false);
    const std::string text = item.text();
    item.number = text.substr(0, mark);
    std::size_t words = mark;
    while (words < text.size() && text[words] == ' ') ++words;
    cut_front(item.inlines, words);
  }

  /// Notes and furniture that stand behind the open block.
  std::size_t trailing_asides() const {
    std::size_t count = 0;
    while (count < blocks_.size() && (blocks_[blocks_.size() - 1 - count].kind == BlockKind::furniture || blocks_[blocks_.size() - 1 - count].kind == BlockKind::note)) ++count;
    return count;
  }

  /// The title is what is set largest on the first page; levels come from bookmarks, else from numbers and style.
  void finish_levels() {
    float largest = 0;
    std::map<Style, std::size_t, std::greater<>> ranks;
    for (const auto& [at, style] : styles_) largest = std::max(largest, style.first);
    for (const auto& [at, style] : styles_) {
      if (blocks_[at].page == 1 && style.first == largest && largest > 1.2f * body_) blocks_[at].kind = BlockKind::title;
      else ranks[style] = 0;
    }
    std::size_t rank = 0;
    for (auto& [style, place] : ranks) place = ++rank;
    const std::size_t matched = static_cast<std::size_t>(std::count_if(styles_.begin(), styles_.end(), [this](const auto& each) {
      return levels_.count(ascii_lower(fold_space(blocks_[each.first].text()))) != 0;
    }));
    for (const auto& [at, style] : styles_) {
      Block& heading = blocks_[at];
      if (heading.kind != BlockKind::heading) continue;
      const std::string text = heading.text();
      const auto marked = levels_.find(ascii_lower(fold_space(text)));
      std::size_t level = ranks[style];
      if (matched >= 3 && marked != levels_.end()) level = marked->second;
      else if (const LeadingNumber number = leading_number(text, true); !number.number.empty())
        level = static_cast<std::size_t>(std::count(number.number.begin(), number.number.end(), '.')) + 1;
      heading.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(level, 1, 6));
      if (const LeadingNumber number = leading_number(text, false); !number.number.empty()) {
        heading.number = text.substr(0, number.words_at);
        while (heading.number.ends_with(' ')) heading.number.pop_back();
        cut_front(heading.inlines, number.words_at);
      }
    }
  }

  /// A raised number with no note to go to is a raised number.
  void finish_references() {
    walk(blocks_, [this](Block& block, std::size_t) {
      for (Inline& run : block.inlines) {
        if (run.kind != InlineKind::note_reference) continue;
        const std::string plain = "note-" + run.text, paged = plain + "-page-" + run.target;
        run.target = ids_.count(paged) != 0 ? paged : ids_.count(plain) != 0 ? plain : "";
        if (!run.target.empty()) continue;
        run.kind = InlineKind::text;
        run.marks = run.marks.with(Mark::superscript);
      }
    });
  }

  static constexpr std::size_t nothing = static_cast<std::size_t>(-1);
  const std::vector<PdfPageLines>& pages_;
  Hyphens hyphens_;
  Setter setter_;
  std::set<const PdfLine*> furniture_;
  std::map<std::string, std::uint8_t> levels_;
  std::vector<Block> blocks_;
  std::map<std::size_t, Style> styles_;  // of headings, by block
  std::set<std::string> ids_;
  float body_ = 10, pitch_ = 12, right_edge_ = 0, item_left_ = 0, note_left_ = 0;
  std::size_t current_ = nothing, note_ = nothing, last_heading_ = nothing;
  int lines_ = 0;
  bool in_list_ = false;
  const PdfLine* before_ = nullptr;
};

}  // namespace

std::vector<Block> blocks_of_pages(const std::vector<PdfPageLines>& pages, const std::vector<pdf::Bookmark>& bookmarks) {
  return BlockBuilder(pages, bookmarks).run();
}

}  // namespace casewright
