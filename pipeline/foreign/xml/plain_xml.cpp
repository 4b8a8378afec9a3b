#include "foreign/xml/plain_xml.h"

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "base/letters.h"
#include "base/text.h"

namespace casewright::xml {
namespace {

constexpr std::size_t most_bytes = 1 << 20;  // libxml2 parts longer texts in its own ways
constexpr std::size_t deepest = 100;
constexpr std::string_view declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";

bool begins_name(char each) { return is_letter(each) || each == '_'; }
bool in_name(char each) { return begins_name(each) || is_digit(each) || each == '-' || each == '.'; }
bool is_blank(char each) { return each == ' ' || each == '\n' || each == '\t'; }

/// What goes over as it stands.
constexpr std::array<bool, 256> plain_letters = [] {
  std::array<bool, 256> plain{};
  for (std::size_t each = ' '; each < 0x80; ++each) plain[each] = each != '<' && each != '&' && each != '"' && each != '\'';
  return plain;
}();

/// Reads one file from its first byte to its last; `ok_` is false from where it is not plain.
class Reader {
 public:
  Reader(std::string_view text, std::uint32_t source) : text_(text), source_(source) {}

  std::optional<Record> read() {
    if (text_.starts_with(declaration)) at_ = declaration.size();
    skip_between();
    open_tag();
    while (ok_ && !open_.empty()) {
      if (text_[at_] != '<') words();
      else if (text_[at_ + 1] == '/') close_tag();
      else if (text_[at_ + 1] == '!') comment();
      else open_tag();
    }
    skip_between();
    if (!ok_ || at_ != text_.size()) return std::nullopt;
    return std::move(root_);
  }

 private:
  char here() const { return at_ < text_.size() ? text_[at_] : '\0'; }
  bool take(char wanted) {
    ok_ = ok_ && here() == wanted;
    at_ += ok_;
    return ok_;
  }
  void skip_blanks() {
    for (; at_ < text_.size() && is_blank(text_[at_]); ++at_) line_ += text_[at_] == '\n';
  }

  /// What may stand before and behind the root.
  void skip_between() {
    skip_blanks();
    while (ok_ && text_.substr(std::min(at_, text_.size())).starts_with("<!")) {
      comment();
      skip_blanks();
    }
  }

  void comment() {
    constexpr std::string_view begin = "<!--", end = "-->";
    const std::size_t dashes = text_.find("--", at_ + begin.size());
    ok_ = ok_ && text_.substr(at_).starts_with(begin) && dashes != std::string_view::npos && text_.substr(dashes).starts_with(end);
    std::string passed_over;
    while (ok_ && at_ < dashes) {
      add_character(passed_over, here());
      ++at_;
    }
    at_ += end.size();
    ok_ = ok_ && (open_.empty() || at_ + 1 < text_.size());
  }

  std::string_view name() {
    const std::size_t begin = at_;
    ok_ = ok_ && begins_name(here());
    while (ok_ && in_name(here())) ++at_;
    return text_.substr(begin, at_ - begin);
  }

  void open_tag() {
    if (!take('<')) return;
    Record record;
    record.name = name();
    while (ok_ && is_blank(here())) {
      skip_blanks();
      if (here() == '/' || here() == '>') break;
      attribute(record);
    }
    record.origin = {source_, line_, 0};
    const bool empty = here() == '/';
    at_ += empty;
    if (!take('>')) return;
    ok_ = open_.size() < deepest && at_ < text_.size();
    open_.push_back(std::move(record));
    if (empty) close();
    else ok_ = ok_ && at_ + 1 < text_.size();
  }

  void attribute(Record& record) {
    std::string_view key = name();
    if (!take('=')) return;
    const char quote = here();
    ok_ = (quote == '"' || quote == '\'') && key != "xmlns" && !record.has_attribute(key);
    std::string value;
    for (++at_; ok_; ++at_) {
      add_plain(value);
      if (here() == quote) break;
      if (at_ >= text_.size() || here() == '<') ok_ = false;
      else if (here() == '&') sign(value);
      else add_character(value, is_blank(here()) ? ' ' : here());
    }
    ++at_;
    record.attributes.emplace_back(key, std::move(value));
  }

  /// As many letters as go over as they stand.
  void add_plain(std::string& into) {
    const std::size_t begin = at_;
    while (at_ < text_.size() && plain_letters[static_cast<unsigned char>(text_[at_])]) ++at_;
    into += text_.substr(begin, at_ - begin);
  }

  /// One byte of text; the bytes after the first of a wide character come with it.
  void add_character(std::string& into, char written) {
    const auto byte = static_cast<unsigned char>(here());
    if (byte < 0x80) {
      ok_ = byte >= ' ' || byte == '\n' || byte == '\t';
      line_ += byte == '\n';
      into += written;
      return;
    }
    const CodePoint point = code_point_at(text_, at_);
    ok_ = point.valid && point.value != 0xFFFE && point.value != 0xFFFF && (point.value < 0xD800 || point.value > 0xDFFF);
    into += text_.substr(at_, point.bytes);
    at_ += point.bytes - 1u;
  }

  /// One of the five signs that XML names itself; stays at its semicolon.
  void sign(std::string& into) {
    struct Sign {
      std::string_view written;
      char meant;
    };
    static constexpr std::array<Sign, 5> signs{{{"&amp;", '&'}, {"&lt;", '<'}, {"&gt;", '>'}, {"&quot;", '"'}, {"&apos;", '\''}}};
    const auto found = std::find_if(signs.begin(), signs.end(), [&](const Sign& each) { return text_.substr(at_).starts_with(each.written); });
    ok_ = found != signs.end();
    if (!ok_) return;
    into += found->meant;
    at_ += found->written.size() - 1;
  }

  /// A run of text. As in libxml2 its line is that on which its first piece ends, and a sign or a wide character ends a piece.
  void words() {
    const std::size_t begin = at_;
    const std::size_t end = std::min(text_.find('<', at_), text_.size());
    std::string content;
    content.reserve(end - at_);
    std::uint32_t line = 0;
    for (; ok_; ++at_) {
      add_plain(content);
      if (at_ >= end) break;
      const bool wide = static_cast<unsigned char>(here()) >= 0x80;
      if (line == 0 && (here() == '&' || (wide && at_ > begin))) line = line_;
      if (wide && at_ == begin && text_.substr(begin, std::min(text_.find('&', begin), end) - begin).find('\n') != std::string_view::npos) ok_ = false;
      if (!ok_) return;
      if (here() == '&') sign(content);
      else add_character(content, here());
    }
    ok_ = ok_ && end + 1 < text_.size() && text_.substr(begin, end - begin).find("]]>") == std::string_view::npos;
    if (ok_) open_.back().children.push_back(text_record(std::move(content), {source_, line == 0 ? line_ : line, 0}));
  }

  void close_tag() {
    at_ += 2;
    ok_ = name() == open_.back().name && ok_;
    skip_blanks();
    if (take('>')) close();
  }

  void close() {
    Record done = std::move(open_.back());
    open_.pop_back();
    if (open_.empty()) {
      root_ = std::move(done);
      return;
    }
    open_.back().children.push_back(std::move(done));
    ok_ = ok_ && at_ + 1 < text_.size();
  }

  std::string_view text_;
  std::uint32_t source_;
  std::size_t at_ = 0;
  std::uint32_t line_ = 1;
  bool ok_ = true;
  std::vector<Record> open_;
  Record root_;
};

}  // namespace

std::optional<Record> read_plain(std::string_view bytes, std::uint32_t source) {
  if (bytes.empty() || bytes.size() > most_bytes) return std::nullopt;
  return Reader(bytes, source).read();
}

}  // namespace casewright::xml
