#include "ingest/text/markdown_words.h"

#include <algorithm>
#include <set>

#include "base/text.h"
#include "ingest/blocks/run_builder.h"

namespace casewright {
namespace {

constexpr std::size_t longest_link = 2000;

bool parts_words(char c) { return c == ' ' || c == '\t' || c == '\n'; }
bool is_punctuation(char c) { return (c >= '!' && c <= '/') || (c >= ':' && c <= '@') || (c >= '[' && c <= '`') || (c >= '{' && c <= '~'); }
bool is_in_word(char c) { return !parts_words(c) && !is_punctuation(c); }

/// A link as it is written: where its words end, where all of it ends, and whither it leads.
struct WrittenLink {
  std::size_t words_end = 0, end = 0;
  std::string target;
  std::size_t title = 0, title_end = 0;  // the words that hover over it
};

class WordsReader {
 public:
  WordsReader(const SourceText& source, const std::vector<TextPiece>& pieces, const MarkdownNames& names, std::vector<UnseenWords>& unseen)
      : source_(source), names_(names), unseen_(unseen) {
    for (const TextPiece& piece : pieces) {
      if (!all_.empty()) all_ += '\n', places_.push_back(places_.back() + 1);
      for (std::size_t i = 0; i < piece.text.size(); ++i) all_ += piece.text[i], places_.push_back(piece.at + static_cast<std::uint32_t>(i));
    }
  }

  std::vector<Inline> run() {
    while (at_ < all_.size())
      if (!take()) ++at_;
    flush(all_.size());
    return words_.take();
  }

 private:
  char before() const { return at_ > 0 ? all_[at_ - 1] : ' '; }
  char at(std::size_t place) const { return place < all_.size() ? all_[place] : ' '; }

  RunBuilder::Setting setting() const {
    RunBuilder::Setting setting;
    if (strong_) setting.marks = setting.marks.with(Mark::strong);
    if (emphasis_) setting.marks = setting.marks.with(Mark::emphasis);
    if (raised_) setting.marks = setting.marks.with(Mark::superscript);
    setting.target = target_;
    return setting;
  }

  void emit(std::size_t from, std::size_t to) {
    while (from < to) {
      const std::size_t end = std::min(to, all_.find('\n', from));
      const std::string_view line = std::string_view(all_).substr(from, end - from);
      if (!line.empty()) words_.add(line, steps_in_source(source_, line, places_[from]), setting());
      if (end < to) words_.add(" ", {{0, source_.origin(1, places_[end]), OriginStep::Steps::stays}}, setting());
      from = end + 1;
    }
  }
  void flush(std::size_t to) {
    emit(begin_, to);
    begin_ = to;
  }
  /// What stands from here to `end` is no words.
  bool skip(std::size_t end) {
    flush(at_);
    begin_ = at_ = end;
    return true;
  }

  bool take() {
    switch (all_[at_]) {
      case '\n': return line_end();
      case '\\': return escape();
      case '`': return code();
      case '*':
      case '_': return emphasis();
      case '!': return at(at_ + 1) == '[' && picture();
      case '[': return note() || link();
      case ']': return link_end();
      case '<': return tag();
      case '&': return entity();
      default: return false;
    }
  }

  bool line_end() {
    const bool breaks = at_ >= 2 && all_[at_ - 1] == ' ' && all_[at_ - 2] == ' ';
    flush(at_);
    if (breaks) words_.add_break();
    else words_.add(" ", {{0, source_.origin(1, places_[at_]), OriginStep::Steps::stays}}, setting());
    begin_ = ++at_;
    return true;
  }

  bool escape() {
    if (at(at_ + 1) == '\n') {
      flush(at_);
      words_.add_break();
      begin_ = at_ += 2;
      return true;
    }
    if (!is_punctuation(at(at_ + 1))) return false;
    skip(at_ + 1);
    ++at_;  // what is escaped stands for itself
    return true;
  }

  bool code() {
    const std::size_t marks = std::min(all_.find_first_not_of('`', at_), all_.size()) - at_;
    for (std::size_t end = all_.find('`', at_ + marks); end != std::string::npos; end = all_.find('`', end)) {
      const std::size_t run = std::min(all_.find_first_not_of('`', end), all_.size()) - end;
      if (run == marks) {
        flush(at_);
        emit(at_ + marks, end);
        begin_ = at_ = end + run;
        return true;
      }
      end += run;
    }
    at_ += marks;
    return true;
  }

  bool emphasis() {
    const char mark = all_[at_];
    const std::size_t marks = std::min(all_.find_first_not_of(mark, at_), all_.size()) - at_;
    const char ahead = at(at_ + marks), behind = before();
    bool opens = !parts_words(ahead) && (!is_punctuation(ahead) || !is_in_word(behind));
    bool closes = at_ > 0 && !parts_words(behind) && (!is_punctuation(behind) || !is_in_word(ahead));
    if (mark == '_' && is_in_word(behind) && is_in_word(ahead)) opens = closes = false;
    std::size_t left = marks, used = 0;
    while (left > 0) {
      const std::size_t size = left >= 2 && !(closes && emphasis_ == mark && strong_ != mark) ? 2 : 1;
      char& state = size == 2 ? strong_ : emphasis_;
      const bool ends = closes && state == mark, begins = opens && state == 0 && has_closing(mark, size, at_ + marks);
      if (!ends && !begins) break;
      if (used == 0) flush(at_);
      state = ends ? '\0' : mark;
      used += size;
      left -= size;
    }
    if (used == 0) {
      at_ += marks;
      return true;
    }
    begin_ = at_ + used;
    at_ += marks;
    return true;
  }

  bool has_closing(char mark, std::size_t size, std::size_t from) const {
    for (std::size_t found = all_.find(mark, from); found != std::string::npos; found = all_.find(mark, found)) {
      const std::size_t run = std::min(all_.find_first_not_of(mark, found), all_.size()) - found;
      if (run >= size && !parts_words(all_[found - 1]) && all_[found - 1] != '\\') return true;
      found += run;
    }
    return false;
  }

  /// The bracket that closes the one at `open`, or npos.
  std::size_t closing(std::size_t open) const {
    std::size_t depth = 0;
    for (std::size_t i = open; i < std::min(all_.size(), open + longest_link); ++i) {
      if (all_[i] == '\\') ++i;
      else if (all_[i] == '[') ++depth;
      else if (all_[i] == ']' && --depth == 0) return i;
    }
    return std::string::npos;
  }

  /// The round bracket that closes the one at `open`: brackets inside the address go in pairs, a quoted title may hold any.
  std::size_t round_closing(std::size_t open) const {
    std::size_t depth = 0;
    char quote = 0;
    for (std::size_t i = open; i < std::min(all_.size(), open + longest_link); ++i) {
      if (quote != 0) quote = all_[i] == quote ? '\0' : quote;
      else if ((all_[i] == '"' || all_[i] == '\'') && parts_words(all_[i - 1]) && all_.find(all_[i], i + 1) != std::string::npos) quote = all_[i];
      else if (all_[i] == '(') ++depth;
      else if (all_[i] == ')' && --depth == 0) return i;
    }
    return all_.find(')', open);
  }

  WrittenLink written_link(std::size_t open, bool of_picture) const {
    const std::size_t close = closing(open);
    if (close == std::string::npos || (close == open + 1 && !of_picture)) return {};
    if (at(close + 1) == '(') {
      const std::size_t end = round_closing(close + 1);
      if (end == std::string::npos || end > close + longest_link) return {};
      const std::string_view inside = std::string_view(all_).substr(close + 2, end - close - 2);
      const std::string_view target = written_address(inside);
      const std::size_t behind = target.empty() ? close + 2 : static_cast<std::size_t>(target.data() - all_.data()) + target.size();
      return {close, end + 1, std::string(target), behind, end};
    }
    std::size_t end = close + 1;
    std::string name = all_.substr(open + 1, close - open - 1);
    if (at(end) == '[') {
      const std::size_t second = closing(end);
      if (second == std::string::npos) return {};
      if (second > end + 1) name = all_.substr(end + 1, second - end - 1);
      end = second + 1;
    }
    const auto found = names_.targets.find(ascii_lower(fold_space(name)));
    return found == names_.targets.end() ? WrittenLink{} : WrittenLink{close, end, found->second, 0, 0};
  }

  void keep_unseen(std::string_view name, std::string_view words, std::size_t from) {
    if (words.find_first_not_of(" \t\n\"'<>()/") != std::string_view::npos) unseen_.push_back({std::string(name), std::string(words), places_[from]});
  }
  void keep_title(const WrittenLink& link, std::string_view name) {
    if (link.title < link.title_end) keep_unseen(name, std::string_view(all_).substr(link.title, link.title_end - link.title), link.title);
  }

  bool picture() {
    const WrittenLink link = written_link(at_ + 1, true);
    if (link.end == 0) return false;
    keep_unseen("picture", link.target, at_);
    keep_title(link, "title of a picture");
    flush(at_);
    emit(at_ + 2, link.words_end);
    begin_ = at_ = link.end;
    return true;
  }

  bool note() {
    if (at(at_ + 1) != '^') return false;
    const std::size_t close = all_.find(']', at_);
    if (close == std::string::npos) return false;
    const std::string name = all_.substr(at_ + 2, close - at_ - 2);
    const auto found = names_.notes.find(name);
    if (found == names_.notes.end()) return false;
    flush(at_);
    words_.add_note_reference(found->second, "note-" + name, source_.origin(1, places_[at_]));
    begin_ = at_ = close + 1;
    return true;
  }

  bool link() {
    if (!target_.empty()) return false;
    WrittenLink link = written_link(at_, false);
    if (link.end == 0 || link.target.empty()) return false;
    keep_title(link, "title of a link");
    skip(at_ + 1);
    target_ = std::move(link.target);
    words_end_ = link.words_end;
    link_end_ = link.end;
    return true;
  }

  bool link_end() {
    if (target_.empty() || at_ != words_end_) return false;
    flush(at_);
    target_.clear();
    begin_ = at_ = link_end_;
    return true;
  }

  bool tag() {
    const std::size_t end = all_.find('>', at_);
    if (end == std::string::npos || end - at_ > longest_link) return false;
    const std::string inside = all_.substr(at_ + 1, end - at_ - 1);
    if (inside.starts_with("http://") || inside.starts_with("https://") || inside.starts_with("mailto:")) {
      skip(at_ + 1);
      target_ = inside;
      emit(begin_, end);
      target_.clear();
      begin_ = at_ = end + 1;
      return true;
    }
    const std::string name = ascii_lower(inside.substr(inside.starts_with('/') ? 1 : 0, inside.find_first_of(" /", 1) - (inside.starts_with('/') ? 1 : 0)));
    static const std::set<std::string, std::less<>> known{"a", "abbr", "b", "br", "cite", "code", "del", "em", "font", "i", "ins", "mark", "q", "s", "small", "span", "strong", "sub", "sup", "u"};
    if (!known.contains(name)) return false;
    if (inside.find('=') != std::string::npos) keep_unseen("tag", inside, at_ + 1);
    skip(end + 1);
    if (name == "br") words_.add_break();
    if (name == "sup") raised_ = !inside.starts_with('/');
    if (name == "b" || name == "strong") strong_ = inside.starts_with('/') ? '\0' : '<';
    if (name == "i" || name == "em") emphasis_ = inside.starts_with('/') ? '\0' : '<';
    return true;
  }

  bool entity() {
    static const std::pair<std::string_view, std::string_view> known[] = {{"&amp;", "&"}, {"&lt;", "<"}, {"&gt;", ">"}, {"&quot;", "\""}, {"&#39;", "'"}, {"&nbsp;", "\xC2\xA0"},
                                                                         {"&ndash;", "\xE2\x80\x93"}, {"&mdash;", "\xE2\x80\x94"}, {"&pound;", "\xC2\xA3"}};
    for (const auto& [name, words] : known) {
      if (all_.compare(at_, name.size(), name) != 0) continue;
      flush(at_);
      words_.add(words, {{0, source_.origin(1, places_[at_]), OriginStep::Steps::stays}}, setting());
      begin_ = at_ += name.size();
      return true;
    }
    return false;
  }

  const SourceText& source_;
  const MarkdownNames& names_;
  std::vector<UnseenWords>& unseen_;
  std::string all_;                    // the pieces with line ends between them
  std::vector<std::uint32_t> places_;  // of each byte in the source text
  std::size_t at_ = 0, begin_ = 0;     // where it reads, and from where nothing is emitted yet
  char strong_ = 0, emphasis_ = 0;     // the mark that opened them
  bool raised_ = false;
  std::string target_;
  std::size_t words_end_ = 0, link_end_ = 0;
  RunBuilder words_;
};

}  // namespace

std::vector<OriginStep> steps_in_source(const SourceText& source, std::string_view text, std::uint32_t at) {
  std::vector<OriginStep> steps{{0, source.origin(1, at), OriginStep::Steps::by_byte}};
  if (source.unchanged()) return steps;
  for (std::uint32_t next = 1; next < text.size(); ++next)
    if (source.byte_of(at + next) != source.byte_of(at + next - 1) + 1)
      steps.push_back({next, source.origin(1, at + next), OriginStep::Steps::by_byte});
  return steps;
}

std::vector<Inline> markdown_words(const SourceText& source, const std::vector<TextPiece>& pieces, const MarkdownNames& names,
                                   std::vector<UnseenWords>& unseen) {
  return WordsReader(source, pieces, names, unseen).run();
}

std::string_view written_address(std::string_view inside) {
  inside = trim(inside);
  if (inside.starts_with('<'))
    if (const std::size_t end = inside.find('>'); end != std::string_view::npos) return inside.substr(1, end - 1);
  return inside.substr(0, inside.find_first_of(" \t\n"));
}

}  // namespace casewright
