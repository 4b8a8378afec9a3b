#include "ingest/pdf/pdf_headings.h"

#include <algorithm>
#include <cmath>

#include "base/text.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"

namespace casewright {

/// A heading on its way to a level.
struct JudgedHeading {
  std::size_t block = 0;
  HeadingStyle style;
  int known = 0;      ///< by bookmarks or contents
  int depth = 0;      ///< by its number
  int level = 0;
};

namespace {

constexpr std::size_t longest = 220;  // letters of a heading; a longer one is a paragraph that is set large

std::string key_without_number(const std::string& text) { return title_key(text.substr(leading_number(text, false).words_at)); }

std::size_t letters_in(std::string_view text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }));
}

/// Parts of the number at a heading's beginning, 0 where it has none.
int depth_of(const std::string& text) {
  const LeadingNumber number = leading_number(text, false);
  return number.number.empty() ? 0 : 1 + static_cast<int>(std::count(number.number.begin(), number.number.end(), '.'));
}

/// "2.1 Contact with the police": a number and a few words that end without a stop.
bool is_numbered_title(const std::string& text) {
  constexpr std::size_t longest_title = 70, most_words = 9;
  const LeadingNumber number = leading_number(text, false);
  if (number.number.empty() || text.size() > longest_title || std::string_view(".,;:").find(text.back()) != std::string_view::npos) return false;
  return static_cast<std::size_t>(std::count(text.begin(), text.end(), ' ')) <= most_words;
}

bool is_appendix(const std::string& text) {
  const std::string small = ascii_lower(text);
  for (const char* word : {"appendix", "annex", "appendices", "part ", "chapter ", "section "})
    if (small.starts_with(word)) return true;
  return false;
}

/// Words in italics at the edge of the column that begin like a title; a remark or what somebody said ends in a stop or begins with a mark.
bool may_be_italic_title(const LaidLine& line) {
  constexpr std::size_t longest_title = 120;
  const char first = line.text[0];
  return line.text.size() <= longest_title && first >= 'A' && first <= 'Z' && line.box.left - line.column_left < 2 && !ends_sentence(line.text);
}

/// What stands behind the chapters of a report.
bool is_back_matter(const std::string& text) {
  const std::string small = ascii_lower(text);
  for (const char* word : {"notes", "endnotes", "references", "bibliography", "glossary", "appendices", "abbreviations"})
    if (small == word) return true;
  return false;
}

/// Nearly all headings of a style stand at one level.
bool is_settled(const std::map<int, std::size_t>& counted) {
  std::size_t most = 0, all = 0;
  for (const auto& [level, count] : counted) most = std::max(most, count), all += count;
  return most >= 2 && 4 * most >= 3 * all;
}

bool is_alphabetic_ordinal(std::string_view text) {
  const std::size_t size = ordinal_size(text);
  return size > 0 && ordinal_number(text.substr(0, size)) == 0 && !(text[0] >= 'A' && text[0] <= 'Z');
}

/// How many headings of a style have each level.
using Votes = std::map<HeadingStyle, std::map<int, std::size_t>>;

/// Numbers that begin anew below a larger heading count inside it.
std::map<HeadingStyle, int> shifts_of(const std::vector<Block>& blocks, const std::vector<JudgedHeading>& all) {
  std::map<HeadingStyle, unsigned> last;
  std::map<HeadingStyle, int> again, shift;
  for (const JudgedHeading& each : all) {
    if (each.depth != 1) continue;
    const std::string text = blocks[each.block].text();
    const unsigned number = ordinal_number(std::string(leading_number(text, false).number) + ".");
    if (last.count(each.style) != 0 && number <= last[each.style] && number == 1) ++again[each.style];
    last[each.style] = number;
  }
  for (const auto& [style, times] : again) shift[style] = times >= 2 ? 1 : 0;
  return shift;
}

/// Styles from the highest rank down: what most of a style's headings are, else one deeper than the style above.
std::map<HeadingStyle, int> usual_levels(const std::vector<Block>& blocks, const std::vector<JudgedHeading>& all, Votes& votes) {
  std::vector<HeadingStyle> order;
  for (const JudgedHeading& each : all) {
    const bool behind = each.level == 0 && is_back_matter(blocks[each.block].text());  // its level goes without saying
    if (!behind && std::find(order.begin(), order.end(), each.style) == order.end()) order.push_back(each.style);
  }
  std::sort(order.begin(), order.end(), std::greater<>());
  std::map<HeadingStyle, int> usual;
  int above = 0;
  for (const HeadingStyle& style : order) {
    int level = 0;
    std::size_t most = 0;
    for (const auto& [each, count] : votes[style])
      if (count > most) most = count, level = each;
    if (level == 0) level = above + 1;
    usual[style] = level;
    above = std::max(level, 1);
  }
  return usual;
}

/// The level of a heading that neither a number nor bookmarks or contents tell: what others of its style have.
int level_by_style(const std::string& text, const std::map<int, std::size_t>& counted, int usual, bool numbered, bool by_contents, int last_known) {
  if (is_back_matter(text) || (is_appendix(text) && counted.count(1) != 0)) return 1;
  if (!numbered && is_settled(counted)) return usual;
  if (counted.size() >= 2 || (counted.size() == 1 && numbered && counted.begin()->second >= 2 && by_contents)) return last_known + 1;
  if (counted.size() == 1 && numbered && counted.begin()->second >= 3) return is_appendix(text) ? counted.begin()->first : last_known + 1;
  return usual;
}

/// Takes the number off the words of a heading.
void take_number(Block& heading) {
  const std::string text = heading.text();
  const LeadingNumber number = leading_number(text, false);
  if (number.number.empty()) return;
  heading.number = text.substr(0, number.words_at);
  while (heading.number.ends_with(' ')) heading.number.pop_back();
  cut_front(heading.inlines, number.words_at);
}

}  // namespace

Headings::Headings(const LayoutMeasures& usual, const std::vector<pdf::Bookmark>& bookmarks, const std::vector<ContentsEntry>& contents) : usual_(usual) {
  const auto learn = [this](std::unordered_map<std::string, int>& known, const std::string& key, int level) {
    if (const auto [found, fresh] = known.try_emplace(key, level); !fresh && found->second != level) unsure_.insert(key);
  };
  for (const pdf::Bookmark& each : bookmarks) learn(bookmarks_, title_key(each.title), each.level);
  for (const ContentsEntry& each : contents) {
    const std::string key = title_key(each.text), bare = key_without_number(each.text);
    learn(contents_, key, each.level);
    if (bare != key && bare.size() > 3) learn(contents_, bare, each.level);
  }
}

int Headings::sure_level(const std::string& text, bool bookmarks) const {
  const auto& known = bookmarks ? bookmarks_ : contents_;
  for (const std::string& key : {title_key(text), key_without_number(text)})
    if (known.count(key) != 0) return unsure_.count(key) != 0 ? 0 : known_level(text, bookmarks);
  return 0;
}

int Headings::known_level(const std::string& text, bool bookmarks) const {
  const auto& known = bookmarks ? bookmarks_ : contents_;
  if (const auto found = known.find(title_key(text)); found != known.end()) return std::max(1, found->second);
  if (const auto found = known.find(key_without_number(text)); found != known.end()) return std::max(1, found->second);
  return 0;
}

HeadingStyle Headings::style_of(const LaidLine& line) const {
  return {line.size, line.strong && !usual_.strong, line.capitals, line.underlined, line.emphasis, line.rgb != usual_.rgb};
}

bool Headings::is_heading(const LaidLine& line, const LaidLine* next, bool alone_above, bool alone_below) const {
  const std::string& text = line.text;
  if (text.size() > longest || letters_in(text) < 3 || bullet_of(text).bytes > 0 || is_alphabetic_ordinal(text)) return false;
  if (line.emphasis && text.starts_with("\xE2\x80\x9C")) return false;  // words of somebody's own, pulled out
  const char last = text.back();
  if (alone_above) {
    const bool known = known_level(text, true) != 0 || known_level(text, false) != 0;
    if (known && (alone_below || line.strong || line.size > 1.04f * usual_.body) && line.size > 0.95f * usual_.body) return true;
    if (next != nullptr && !alone_below && text.size() > 20 && (line.strong || line.size > 1.04f * usual_.body) && known_level(text + " " + next->text, false) != 0) return true;
  }
  if (line.size >= 1.08f * usual_.body) return alone_above || line.size >= 1.15f * usual_.body;
  if (line.size < 0.94f * usual_.body || last == '.' || last == ';' || last == ',') return false;
  const bool heavy = line.strong && !usual_.strong;
  const bool coloured = line.rgb != usual_.rgb && (line.words.empty() || line.words.front().target.empty());
  if (usual_.one_weight && alone_above && alone_below && is_numbered_title(text)) return true;
  if (line.underlined && alone_above && alone_below) return true;
  if (heavy) return alone_above && (alone_below || (next != nullptr && next->strong));
  if (line.capitals && letters_in(text) >= 5) return alone_above && alone_below;
  if (line.emphasis && may_be_italic_title(line) && (next == nullptr || !is_caption(next->text))) return alone_above && (alone_below || (next != nullptr && next->emphasis && text.size() > 60));
  return coloured && alone_above && alone_below && last != ':' && text.size() < 100;
}

void Headings::find_title(std::vector<Block>& blocks, const std::map<std::size_t, HeadingStyle>& styles) const {
  float largest = 0, later = 0;
  for (const auto& [at, style] : styles) (blocks[at].page <= 1 ? largest : later) = std::max(blocks[at].page <= 1 ? largest : later, style.size);
  // Set no larger than the rest, the first heading is a title where the contents that follow it do not name it.
  const bool unnamed = !contents_.empty() && !styles.empty() && known_level(blocks[styles.begin()->first].text(), false) == 0 && styles.begin()->first <= 3;
  if ((largest <= 1.2f * usual_.body && !unnamed) || largest < later) return;
  std::size_t same = 0;
  for (const auto& [at, style] : styles) same += style.size == largest;
  std::map<HeadingStyle, std::size_t> counts;
  for (const auto& [at, style] : styles) ++counts[style];
  std::size_t title = blocks.size();
  for (const auto& [at, style] : styles) {
    if (blocks[at].page > 1 || depth_of(blocks[at].text()) > 0) break;
    if (style.size == largest && (same <= 2 || unnamed) && title == blocks.size()) {
      blocks[at].kind = BlockKind::title;
      title = at;
    } else if (title < at && at <= title + 3 && counts[style] == 1 && known_level(blocks[at].text(), true) + known_level(blocks[at].text(), false) == 0) {
      blocks[at].kind = BlockKind::subtitle;
    } else {
      break;
    }
  }
}

void Headings::learn_known(const std::vector<Block>& blocks, std::vector<JudgedHeading>& all, std::size_t marked, std::size_t listed) const {
  const bool by_bookmarks = marked >= 2 && 5 * marked >= 2 * all.size();
  const bool by_contents = listed >= 2;
  int least = 9;
  for (JudgedHeading& each : all) {
    const std::string text = blocks[each.block].text();
    if (by_bookmarks) each.known = sure_level(text, true);
    if (each.known == 0 && by_contents) each.known = sure_level(text, false);
    if (each.known > 0) least = std::min(least, each.known);
  }
  if (least == 9) return;
  for (JudgedHeading& each : all)
    if (each.known > 0) each.known -= least - 1;
}

void Headings::set_levels(std::vector<Block>& blocks, const std::map<std::size_t, HeadingStyle>& styles) const {
  find_title(blocks, styles);
  std::vector<JudgedHeading> all;
  std::size_t marked = 0, listed = 0;
  for (const auto& [at, style] : styles) {
    if (blocks[at].kind != BlockKind::heading) continue;
    const std::string text = blocks[at].text();
    marked += known_level(text, true) != 0;
    listed += known_level(text, false) != 0;
    all.push_back({at, style, 0, depth_of(text), 0});
  }
  learn_known(blocks, all, marked, listed);
  const std::map<HeadingStyle, int> shift = shifts_of(blocks, all);
  Votes votes;
  for (JudgedHeading& each : all) {
    if (each.known > 0) each.level = each.known;
    else if (each.depth > 0) each.level = each.depth + (shift.contains(each.style) ? shift.at(each.style) : 0);
    if (each.level > 0) ++votes[each.style][each.level];
  }
  std::map<HeadingStyle, int> usual_level = usual_levels(blocks, all, votes);
  int last_known = 0;
  const bool numbered = std::count_if(all.begin(), all.end(), [](const JudgedHeading& each) { return each.depth > 0; }) >= 3;
  for (JudgedHeading& each : all) {
    if (each.level == 0) each.level = level_by_style(blocks[each.block].text(), votes[each.style], usual_level[each.style], numbered, listed >= 2, last_known);
    else last_known = each.level;
    Block& heading = blocks[each.block];
    heading.level = static_cast<std::uint8_t>(std::clamp(each.level, 1, 6));
    take_number(heading);
  }
}

}  // namespace casewright
