#include "ingest/text_reader.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/line_marks.h"
#include "ingest/run_builder.h"
#include "ingest/source_text.h"

namespace casewright {
namespace {

/// One line without its end.
struct Line {
  std::string_view text;  ///< without white space at the ends
  std::uint32_t at = 0;   ///< byte of the source text at which `text` begins
  std::uint32_t indent = 0;
  std::uint32_t page = 0;
};

/// Lines that stand together.
using Group = std::vector<Line>;

bool is_capital(char c) { return c >= 'A' && c <= 'Z'; }
bool is_small(char c) { return c >= 'a' && c <= 'z'; }

std::vector<Group> groups_of(const SourceText& source) {
  std::vector<Group> groups(1);
  const std::string_view all = source.text;
  std::uint32_t page = all.find('\f') == std::string_view::npos ? 0 : 1;
  for (std::size_t from = 0; from < all.size();) {
    std::size_t end = all.find_first_of("\r\n\f", from);
    if (end == std::string_view::npos) end = all.size();
    std::string_view text = all.substr(from, end - from);
    const std::string_view inside = trim(text);
    if (inside.empty()) {
      if (!groups.back().empty()) groups.emplace_back();
    } else {
      const auto indent = static_cast<std::uint32_t>(inside.data() - text.data());
      groups.back().push_back({inside, static_cast<std::uint32_t>(from) + indent, indent, page});
    }
    if (end < all.size() && all[end] == '\f') {
      ++page;
      if (!groups.back().empty()) groups.emplace_back();
    }
    from = end + (all.substr(end, 2) == "\r\n" ? 2 : 1);
  }
  if (groups.back().empty()) groups.pop_back();
  return groups;
}

/// The level of a heading that the line under it marks: 1 for =====, 2 for -----, else 0.
int underline_level(std::string_view line) {
  if (line.size() < 3) return 0;
  if (line.find_first_not_of('=') == std::string_view::npos) return 1;
  const bool drawn = line.find_first_not_of("-_~") == std::string_view::npos;
  return drawn ? 2 : 0;
}

bool ends_like_a_sentence(std::string_view line) { return line.find_last_of(".,;:!?") == line.size() - 1; }

std::size_t count_words(std::string_view text) {
  const std::string folded = fold_space(text);
  return folded.empty() ? 0 : 1 + static_cast<std::size_t>(std::count(folded.begin(), folded.end(), ' '));
}

bool in_capitals(std::string_view line) {
  return std::count_if(line.begin(), line.end(), is_capital) >= 3 && std::none_of(line.begin(), line.end(), is_small);
}

/// Short, begun with a capital, without the stop of a sentence: what stands over a chapter.
bool looks_like_a_title(std::string_view line) {
  const bool opens = is_capital(line[0]) || (static_cast<unsigned char>(line[0]) >= 0x80 && count_words(line) < 6);
  return opens && line.size() <= 80 && count_words(line) <= 10 && !ends_like_a_sentence(line);
}

/// "Page 3 of 47", "- 3 -", "3".
bool is_page_number(std::string_view line) {
  std::string plain = ascii_lower(line);
  std::erase_if(plain, [](char c) { return c == ' ' || c == '-' || c == '|' || c == '\t'; });
  if (plain.starts_with("page")) plain = plain.substr(4);
  if (const std::size_t of = plain.find("of"); of != std::string::npos) plain.erase(of, 2);
  const bool said = ascii_lower(line).find("page") != std::string::npos || line[0] == '-';
  return said && plain.find_first_not_of("0123456789") == std::string::npos && line.size() < 24;
}

/// A page number alone or across the page from other words: "Page 2 of 2          Final draft, 12 May 2020".
bool is_page_edge(std::string_view line) {
  constexpr std::size_t longest = 160;
  if (is_page_number(line)) return true;
  if (line.size() > longest) return false;
  std::string apart = replace_every(line, "\t", "|");
  apart = replace_every(apart, "   ", "|");
  for (const std::string_view part : split(apart, '|'))
    if (const std::string_view words = trim(part); !words.empty() && is_page_number(words)) return true;
  return false;
}

class TextReader {
 public:
  TextReader(const SourceText& source, bool markdown, Document& document) : source_(source), markdown_(markdown), document_(document) {}

  void run() {
    groups_ = groups_of(source_);
    for (std::size_t at = 0; at < groups_.size(); ++at) group(at);
    finish_levels();
  }

 private:
  Block block_of(BlockKind kind, const Line* first, const Line* end, std::size_t cut = 0) {
    RunBuilder words;
    // An address or a list of names keeps its lines: all short, none going on in the middle of a sentence.
    const bool keeps_lines = kind == BlockKind::paragraph && end - first > 1 &&
                             std::all_of(first, end, [](const Line& each) { return each.text.size() < 45 && !is_small(each.text[0]); });
    for (const Line* line = first; line != end; ++line) {
      const std::string_view text = line == first ? line->text.substr(cut) : line->text;
      if (line != first && keeps_lines) words.add_break();
      else if (line != first) words.add(" ", {{0, source_.origin(1, line->at - 1), OriginStep::Steps::stays}}, {});
      words.add(text, steps_of(text, line->at + static_cast<std::uint32_t>(line == first ? cut : 0)), {});
    }
    Block block(kind);
    block.inlines = words.take();
    block.page = first == end ? 0 : first->page;
    return block;
  }

  /// Where each byte of a line came from; in files that are no UTF-8 each character is told apart.
  std::vector<OriginStep> steps_of(std::string_view text, std::uint32_t at) const {
    std::vector<OriginStep> steps{{0, source_.origin(1, at), OriginStep::Steps::by_byte}};
    for (std::uint32_t next = 1; next < text.size(); ++next)
      if (source_.byte_of(at + next) != source_.byte_of(at + next - 1) + 1)
        steps.push_back({next, source_.origin(1, at + next), OriginStep::Steps::by_byte});
    return steps;
  }

  void put(Block block) {
    if (!block.inlines.empty() || !block.children.empty()) document_.blocks.push_back(std::move(block));
  }

  void put_heading(const Line& line, int level, std::size_t cut, std::string_view number) {
    const bool title = document_.blocks.empty() && number.empty() && level <= 1;
    Block block = block_of(title ? BlockKind::title : BlockKind::heading, &line, &line + 1, cut);
    block.level = title ? 0 : static_cast<std::uint8_t>(std::clamp(level, 1, 6));
    block.number = number;
    if (level == unranked) unranked_.push_back(document_.blocks.size());
    else ranked_ = true;
    if (title) document_.title = fold_space(block.text());
    put(std::move(block));
  }

  void group(std::size_t at) {
    const Group& lines = groups_[at];
    if (lines.size() == 1 && is_page_edge(lines[0].text)) return put(block_of(BlockKind::furniture, &lines[0], &lines[0] + 1));
    if (std::all_of(lines.begin(), lines.end(), [](const Line& each) { return is_contents_line(each.text); })) return contents(lines);
    std::size_t from = 0;
    while (from < lines.size() && is_heading(lines, from, at)) {
      const int level = from + 1 < lines.size() ? underline_level(lines[from + 1].text) : 0;
      from += 1 + (level != 0);
    }
    if (from < lines.size()) body(lines, from);
  }

  /// Puts a heading where the line is one.
  bool is_heading(const Group& lines, std::size_t from, std::size_t at) {
    const Line& line = lines[from];
    if (markdown_ || line.text.starts_with("# ") || line.text.starts_with("## ")) {
      const std::size_t hashes = std::min(line.text.find_first_not_of('#'), line.text.size());
      if (hashes > 0 && hashes <= 6 && hashes < line.text.size() && line.text[hashes] == ' ') {
        const std::size_t cut = line.text.find_first_not_of(' ', hashes);
        numbered_heading(line, static_cast<int>(hashes), cut);
        return true;
      }
    }
    if (from + 1 < lines.size())
      if (const int level = underline_level(lines[from + 1].text); level != 0 && underline_level(line.text) == 0 && line.text.size() <= 120 && (!markdown_ || lines[from + 1].text[0] != '_')) {
        numbered_heading(line, level, 0);
        return true;
      }
    const bool alone = lines.size() == 1;
    const LeadingNumber lead = leading_number(line.text, false);
    if (alone && !lead.number.empty() && lead.words_at < line.text.size()) {
      const std::string_view words = line.text.substr(lead.words_at);
      const bool after = at + 1 < groups_.size();
      if (after && looks_like_a_title(words) && !next_continues(at, line.text)) {
        const int parts = 1 + static_cast<int>(std::count(lead.number.begin(), lead.number.end(), '.'));
        put_heading(line, parts, lead.words_at, lead.number);
        return true;
      }
      return false;
    }
    if (!alone || list_mark(line.text).words_at != 0) return false;
    if (in_capitals(line.text) && line.text.size() <= 90) {
      put_heading(line, 1, 0, "");
      return true;
    }
    if (at + 1 < groups_.size() && looks_like_a_title(line.text)) {
      put_heading(line, document_.blocks.empty() ? 1 : unranked, 0, "");
      return true;
    }
    return false;
  }

  /// True where a list goes on after this line: "1. Milk" and then "2. Bread" are no chapters.
  bool next_continues(std::size_t at, std::string_view line) const {
    if (list_mark(line).words_at == 0 || at + 1 >= groups_.size()) return false;
    const Line& next = groups_[at + 1][0];
    return groups_[at + 1].size() == 1 && list_mark(next.text).ordered && next.text.size() <= 80;
  }

  void numbered_heading(const Line& line, int level, std::size_t cut) {
    const LeadingNumber lead = leading_number(line.text.substr(cut), false);
    put_heading(line, level, cut + lead.words_at, lead.number);
  }

  void contents(const Group& lines) {
    Block block(BlockKind::contents);
    for (const Line& line : lines) block.children.push_back(block_of(BlockKind::paragraph, &line, &line + 1));
    put(std::move(block));
  }

  /// Paragraphs and lists: a new one begins at a number, a list's mark, or in a file whose lines are whole
  /// paragraphs at each line.
  void body(const Group& lines, std::size_t from) {
    const bool line_is_paragraph = std::any_of(lines.begin(), lines.end(), [](const Line& each) { return each.text.size() > 160; });
    while (from < lines.size()) {
      std::size_t end = from + 1;
      while (end < lines.size() && !line_is_paragraph && !begins_part(lines[end].text)) ++end;
      part(lines, from, end);
      from = end;
    }
  }

  static bool begins_part(std::string_view line) {
    return list_mark(line).words_at != 0 || !leading_number(line, true).number.empty();
  }

  void part(const Group& lines, std::size_t from, std::size_t end) {
    const Line* first = &lines[from];
    const Line* last = first + (end - from);
    if (const LeadingNumber lead = leading_number(first->text, true); !lead.number.empty()) {
      Block block = block_of(BlockKind::paragraph, first, last, lead.words_at);
      block.number = lead.number;
      return put(std::move(block));
    }
    if (const LineMark marker = list_mark(first->text); marker.words_at != 0) return item(*first, first, last, marker);
    if (markdown_ && first->text.starts_with(">")) {
      const std::size_t words = first->text.find_first_not_of("> ");
      if (words != std::string_view::npos) return put(block_of(BlockKind::quote, first, last, words));
    }
    put(block_of(BlockKind::paragraph, first, last));
  }

  void item(const Line& line, const Line* first, const Line* last, const LineMark& marker) {
    Block item = block_of(BlockKind::list_item, first, last, marker.words_at);
    if (marker.ordered) item.number = marker.mark;
    const bool goes_on = !document_.blocks.empty() && document_.blocks.back().kind == BlockKind::list && document_.blocks.back().ordered == marker.ordered;
    const bool nested = !document_.blocks.empty() && document_.blocks.back().kind == BlockKind::list && line.indent > list_indent_ + 1;
    if (nested) {
      Block& above = document_.blocks.back().children.back();
      if (above.children.empty() || above.children.back().kind != BlockKind::list || above.children.back().ordered != marker.ordered) {
        above.children.emplace_back(BlockKind::list);
        above.children.back().ordered = marker.ordered;
      }
      above.children.back().children.push_back(std::move(item));
      return;
    }
    if (!goes_on) {
      Block list(BlockKind::list);
      list.ordered = marker.ordered;
      document_.blocks.push_back(std::move(list));
      list_indent_ = line.indent;
    }
    document_.blocks.back().children.push_back(std::move(item));
  }

  /// Headings known by their looks alone stand below those that number or capitals rank.
  void finish_levels() {
    for (const std::size_t at : unranked_)
      if (at < document_.blocks.size()) document_.blocks[at].level = ranked_ ? 2 : 1;
  }

  static constexpr int unranked = 2;
  const SourceText& source_;
  bool markdown_;
  Document& document_;
  std::vector<Group> groups_;
  std::vector<std::size_t> unranked_;
  bool ranked_ = false;
  std::uint32_t list_indent_ = 0;
};

}  // namespace

Result<Reading> read_text(std::string_view bytes, const Path& file) {
  const Result<SourceText> source = decode_text(bytes, file, false);
  if (!source) return source.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  TextReader(*source, extension(file) == ".md" || extension(file) == ".markdown", reading.document).run();
  return reading;
}

}  // namespace casewright
