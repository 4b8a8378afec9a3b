#include "ingest/pdf/pdf_notes.h"

#include <algorithm>
#include <set>

#include "base/letters.h"
#include "base/text.h"
#include "ingest/blocks/line_marks.h"

namespace casewright {
namespace {

unsigned value_of(const std::string& number) {
  unsigned value = 0;
  for (const char c : number)
    if (is_digit(c)) value = 10 * value + static_cast<unsigned>(c - '0');
  return value;
}

/// All numbers that stand raised in a text, which is where a note is referred to.
std::set<std::string> referred(const std::vector<LaidPage>& pages) {
  std::set<std::string> numbers;
  const auto learn = [&numbers](const LaidLine& line) {
    bool first = true;
    for (const LaidWord& word : line.words) {
      if (word.raised && !first) numbers.insert(std::string(trim(word.text)));
      first = false;
    }
  };
  for (const LaidPage& page : pages) {
    for (const FlowItem& item : page.flow) learn(item.line);
    for (const LaidTable& table : page.tables)
      for (const LaidCell& cell : table.cells)
        for (const LaidLine& line : cell.lines) learn(line);
  }
  return numbers;
}

/// Finds the notes of one document, page after page.
class NoteFinder {
 public:
  NoteFinder(std::vector<LaidPage>& pages, const LayoutMeasures& usual) : usual_(usual), referred_(referred(pages)) {}

  void add_page(LaidPage& page) {
    for (std::size_t begin = 0; begin < page.flow.size();) {
      std::size_t end = begin + 1;
      while (end < page.flow.size() && !page.flow[end].opens_region) ++end;
      mark_region(page, begin, end);
      begin = end;
    }
  }

 private:
  static bool has_rule_above(const LaidPage& page, const LaidLine& line, const LaidLine* before) {
    const float width = line.column_right - line.column_left;
    const float top = before == nullptr ? line.box.top - 3 * line.size : before->baseline;
    return std::any_of(page.across.begin(), page.across.end(), [&](const LaidRule& rule) {
      return rule.at < line.baseline && rule.at > top && rule.from > line.column_left - 12 && rule.from < line.column_left + 0.2f * width &&
             rule.to - rule.from < 0.67f * page.width && rule.to - rule.from > 20;
    });
  }

  bool is_small(const LaidLine& line) const { return line.size <= 0.93f * usual_.body; }

  /// A wide gap behind more than a number: the row of a table that is set small.
  static bool is_row(const LaidLine& line) {
    for (std::size_t i = 2; i < line.words.size(); ++i)
      if (line.words[i].box.left - line.words[i - 1].box.right > 1.6f * line.size) return true;
    return false;
  }

  /// Where notes begin below a short rule at the left, in letters of any size, or `end`.
  std::size_t below_rule(const LaidPage& page, std::size_t begin, std::size_t end) const {
    constexpr std::size_t most_lines = 30;
    for (std::size_t at = end; at-- > begin && end - at < most_lines;) {
      const FlowItem& item = page.flow[at];
      if (item.kind != FlowKind::line || item.line.size > 1.02f * usual_.body || page_lead(item.line.text).dots) break;
      const LaidLine* before = at > begin && page.flow[at - 1].kind == FlowKind::line ? &page.flow[at - 1].line : nullptr;
      if (!has_rule_above(page, item.line, before)) continue;
      const NoteMark mark = note_mark(item.line);
      const bool cited = mark.raised || (referred_.count(mark.number) != 0 && (value_of(mark.number) == last_ + 1 || value_of(mark.number) == 1));
      return !mark.number.empty() && cited ? at : end;
    }
    return end;
  }

  void mark_region(LaidPage& page, std::size_t begin, std::size_t end) {
    if (const std::size_t from = below_rule(page, begin, end); from < end) return mark(page, from, end, true);
    // Up from the end of the column over small lines; a rule between may end the search.
    std::size_t from = end, ruled = end;
    for (std::size_t at = end; at-- > begin;) {
      const FlowItem& item = page.flow[at];
      if (item.kind != FlowKind::line || item.line.size > 1.02f * usual_.body) break;
      if (!is_small(item.line)) break;
      if (page_lead(item.line.text).dots || is_row(item.line)) break;
      from = at;
      const LaidLine* before = at > begin && page.flow[at - 1].kind == FlowKind::line ? &page.flow[at - 1].line : nullptr;
      if (has_rule_above(page, item.line, before)) {
        ruled = at;
        break;
      }
    }
    if (ruled < end && (note_mark(page.flow[ruled].line).number.size() > 0 || any_note_)) return mark(page, ruled, end, true);
    while (from < end && !opens(page.flow[from].line, page)) ++from;
    if (from < end) mark(page, from, end, false);
  }

  /// True where this line begins the notes of a column, seen by itself.
  bool opens(const LaidLine& line, const LaidPage& page) const {
    const NoteMark mark = note_mark(line);
    if (mark.number.empty()) return false;
    if (mark.raised) return true;
    const unsigned value = value_of(mark.number);
    if (referred_.count(mark.number) != 0 && (value == 1 || value == last_ + 1)) return true;
    return line.box.top > 0.5f * page.height && line.size <= 0.9f * usual_.body && (value == 1 || value == last_ + 1);
  }

  void mark(LaidPage& page, std::size_t from, std::size_t end, bool) {
    any_note_ = true;
    for (std::size_t at = from; at < end; ++at) {
      page.flow[at].kind = FlowKind::note;
      const NoteMark mark = note_mark(page.flow[at].line);
      if (!mark.number.empty()) last_ = value_of(mark.number);
    }
  }

  const LayoutMeasures& usual_;
  const std::set<std::string> referred_;
  bool any_note_ = false;
  unsigned last_ = 0;
};

}  // namespace

NoteMark note_mark(const LaidLine& line) {
  if (line.words.front().raised) return {std::string(trim(line.words.front().text)), 0, true};
  const std::string_view text = line.text;
  if (text.starts_with("* ")) return {"*", 2, false};
  const bool bracket = text.starts_with("[");
  std::size_t at = bracket ? 1 : 0;
  const std::size_t from = at;
  while (at < text.size() && at - from < 3 && is_digit(text[at])) ++at;
  if (at == from || at >= text.size() || text[from] == '0') return {};
  const std::size_t end = at;
  if (bracket && text[at] != ']') return {};
  if (text[at] == '.' || text[at] == ')' || text[at] == ']' || text[at] == ':') ++at;
  if (at >= text.size() || text[at] != ' ') {
    // "1See the glossary": the blank is only in the setting.
    if (at != end || text[at] < 'A' || text[at] > 'Z') return {};
  }
  while (at < text.size() && text[at] == ' ') ++at;
  if (at >= text.size() || (begins_small(text.substr(at)) && !text.substr(at).starts_with("http") && !text.substr(at).starts_with("www")) || is_digit(text[at])) return {};
  return {std::string(text.substr(from, end - from)), at, false};
}

void mark_notes(std::vector<LaidPage>& pages, const LayoutMeasures& usual) {
  NoteFinder finder(pages, usual);
  for (LaidPage& page : pages) finder.add_page(page);
}

}  // namespace casewright
