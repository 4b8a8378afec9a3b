#include "ingest/text/text_reader.h"

#include <algorithm>

#include "base/letters.h"
#include "base/text.h"
#include "base/words.h"
#include "ingest/blocks/counted_paragraphs.h"
#include "ingest/blocks/endnotes.h"
#include "ingest/blocks/hyphens.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"
#include "ingest/blocks/source_text.h"
#include "ingest/text/markdown_reader.h"
#include "ingest/text/markdown_words.h"
#include "ingest/text/text_lines.h"
#include "ingest/text/text_tables.h"

namespace casewright {
namespace {

using Line = TextLine;
using Group = TextGroup;

/// The level of a heading that the line under it marks: 1 for =====, 2 for -----, else 0.
int underline_level(std::string_view line) {
  if (line.size() < 3) return 0;
  if (line.find_first_not_of('=') == std::string_view::npos) return 1;
  const bool drawn = line.find_first_not_of("-_~") == std::string_view::npos;
  return drawn ? 2 : 0;
}

bool ends_like_a_sentence(std::string_view line) {
  // The mark of a note may stand behind the stop: "alone.[2]".
  if (line.ends_with(']')) line = trim(line.substr(0, line.rfind('[')));
  return !line.empty() && line.find_last_of(".,;:!?") == line.size() - 1;
}

/// Short, begun with a capital, without the stop of a sentence: what stands over a chapter.
bool looks_like_a_title(std::string_view line) {
  const bool opens = is_capital(line[0]) || (static_cast<unsigned char>(line[0]) >= 0x80 && count_words_between_spaces(line) < 6);
  return opens && line.size() <= 80 && count_words_between_spaces(line) <= 10 && !ends_like_a_sentence(line);
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
  TextReader(const SourceText& source, Document& document) : source_(source), document_(document) {}

  void run() {
    groups_ = groups_of_text(source_);
    learn_words();
    unwrapped_ = lines_are_whole();
    for (std::size_t at = 0; at < groups_.size(); ++at) group(at);
    finish_levels();
    find_bracketed_notes();
    free_numbered_paragraphs(document_.blocks);
  }

 private:
  /// True where one line in ten is longer than anybody wraps a line at: a line that ends in this file ends a thought.
  bool lines_are_whole() const {
    std::size_t lines = 0, long_lines = 0;
    for (const Group& group : groups_)
      for (const Line& line : group) {
        ++lines;
        long_lines += line.text.size() > longest_wrapped;
      }
    return long_lines * 10 >= lines;
  }

  void learn_words() {
    for (const Group& group : groups_)
      for (const Line& line : group) {
        const std::vector<std::string_view> words = split(line.text, ' ');
        for (std::size_t i = 0; i < words.size(); ++i)
          if (i + 1 < words.size() || !words[i].ends_with('-')) hyphens_.learn(words[i]);
      }
  }

  Block block_of(BlockKind kind, const Line* first, const Line* end, std::size_t cut = 0) {
    RunBuilder words;
    // An address or a list of names keeps its lines: all short, none going on in the middle of a sentence.
    const bool keeps_lines = kind == BlockKind::paragraph && end - first > 1 &&
                             std::all_of(first, end, [](const Line& each) { return each.text.size() < 45 && !is_small(each.text[0]); });
    for (const Line* line = first; line != end; ++line) {
      std::string_view text = line == first ? line->text.substr(cut) : line->text;
      const Break broken = line + 1 == end ? Break::none : break_between(*line, *(line + 1));
      if (broken == Break::in_word) text.remove_suffix(1);
      if (line != first && keeps_lines) words.add_break();
      else if (line != first && break_between(*(line - 1), *line) == Break::none) words.add(" ", {{0, source_.origin(1, line->at - 1), OriginStep::Steps::stays}}, {});
      words.add(text, steps_in_source(source_, text, line->at + static_cast<std::uint32_t>(line == first ? cut : 0)), {});
    }
    Block block(kind);
    block.inlines = words.take();
    block.page = first == end ? 0 : first->page;
    return block;
  }

  /// What parts two lines: a blank, the hyphen of a word that is broken, or one that the word has anyway.
  enum class Break { none, in_word, at_hyphen };

  Break break_between(const Line& line, const Line& next) {
    if (line.text.size() < 3 || !line.text.ends_with('-') || line.text[line.text.size() - 2] == '-' || line.text[line.text.size() - 2] == ' ' || !is_small(next.text[0])) return Break::none;
    const std::size_t from = line.text.rfind(' ') + 1;
    const std::string_view first = line.text.substr(from, line.text.size() - from - 1), second = next.text.substr(0, next.text.find(' '));
    return hyphens_.goes(std::string(first), std::string(second)) ? Break::in_word : Break::at_hyphen;
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
    if (lines.size() == 1 && (lines[0].furniture || is_page_edge(lines[0].text))) return put(block_of(BlockKind::furniture, &lines[0], &lines[0] + 1));
    if (std::all_of(lines.begin(), lines.end(), [](const Line& each) { return page_lead(each.text).dots; })) return contents(lines);
    std::size_t from = 0;
    while (from < lines.size() && is_heading(lines, from, at)) {
      const int level = from + 1 < lines.size() ? underline_level(lines[from + 1].text) : 0;
      from += 1 + (level != 0);
    }
    if (from < lines.size() && !table(lines, from)) body(lines, from);
  }

  /// Rows whose cells bars part, or blanks that stand below each other.
  bool table(const Group& lines, std::size_t from) {
    std::size_t begin = from;
    Block table(BlockKind::table);
    if (is_caption(lines[from].text) && from + 1 < lines.size()) table.children.push_back(block_of(BlockKind::caption, &lines[begin], &lines[begin] + 1)), ++begin;
    std::vector<std::string_view> raws;
    for (std::size_t at = begin; at < lines.size(); ++at) raws.push_back(lines[at].raw);
    const bool piped = raws.size() >= 2 && std::all_of(raws.begin(), raws.end(), [](std::string_view raw) { return piped_cells(raw).size() >= 2; });
    const std::vector<std::size_t> columns = piped ? std::vector<std::size_t>() : aligned_columns(raws);
    if (!piped && columns.empty()) return false;
    for (std::size_t at = begin; at < lines.size(); ++at) {
      if (piped && is_table_rule(lines[at].raw)) {
        if (table.children.empty()) continue;  // a rule above the first row
        for (Block& cell : table.children.back().children) cell.cell = std::make_unique<CellShape>(CellShape{1, 1, true});
        continue;
      }
      row(lines[at], piped ? piped_cells(lines[at].raw) : aligned_cells(lines[at].raw, columns), piped, table);
    }
    if (!document_.blocks.empty() && document_.blocks.back().kind == BlockKind::paragraph && is_caption(document_.blocks.back().text()) && begin == from) {
      Block caption = std::move(document_.blocks.back());
      caption.kind = BlockKind::caption;
      document_.blocks.pop_back();
      table.children.insert(table.children.begin(), std::move(caption));
    }
    put(std::move(table));
    return true;
  }

  void row(const Line& line, const std::vector<TextCell>& places, bool piped, Block& table) {
    const bool goes_on = !piped && !table.children.empty() && table.children.back().kind == BlockKind::row && places[0].from == places[0].to;
    if (!goes_on) table.children.emplace_back(BlockKind::row);
    Block& row = table.children.back();
    for (std::size_t column = 0; column < places.size(); ++column) {
      if (!goes_on) row.children.emplace_back(BlockKind::cell);
      const std::string_view words = line.raw.substr(places[column].from, places[column].to - places[column].from);
      if (words.empty()) continue;
      RunBuilder builder;
      builder.add(words, steps_in_source(source_, words, line.at - line.indent + static_cast<std::uint32_t>(places[column].from)), {});
      Block& cell = row.children[column];
      if (!cell.inlines.empty()) cell.inlines.push_back(text_inline(" "));
      for (Inline& run : builder.take()) cell.inlines.push_back(std::move(run));
    }
  }

  /// "[1]" in the text and "[1] See the file." at its end.
  void find_bracketed_notes() {
    const auto opens_notes = [](const Block& block) { return block.kind == BlockKind::paragraph && block.text().starts_with("[1] "); };
    if (std::none_of(document_.blocks.begin(), document_.blocks.end(), opens_notes)) return;
    walk(document_.blocks, [](Block& block, std::size_t) {
      std::vector<Inline> inlines;
      for (Inline& run : block.inlines) part_marks(std::move(run), inlines);
      block.inlines = std::move(inlines);
    });
    find_endnotes(document_.blocks);
  }

  /// Parts a run before and behind each "[12]", which is set raised.
  static void part_marks(Inline run, std::vector<Inline>& out) {
    for (std::size_t from = 0;;) {
      const std::size_t open = run.kind == InlineKind::text ? run.text.find('[', from) : std::string::npos;
      const std::size_t close = open == std::string::npos ? open : run.text.find(']', open);
      if (close == std::string::npos) break;
      if (!is_small_number(std::string_view(run.text).substr(open + 1, close - open - 1))) {
        from = open + 1;
        continue;
      }
      std::vector<Inline> rest{run}, mark{run};
      cut_front(rest, close + 1);
      cut_front(mark, open);
      mark.front().text.resize(close + 1 - open);
      std::erase_if(mark.front().origins, [&](const OriginStep& step) { return step.at >= close + 1 - open; });
      mark.front().marks = mark.front().marks.with(Mark::superscript);
      run.text.resize(open);
      std::erase_if(run.origins, [&](const OriginStep& step) { return step.at >= open; });
      if (!run.text.empty()) out.push_back(std::move(run));
      out.push_back(std::move(mark.front()));
      if (rest.empty()) return;
      run = std::move(rest.front());
      from = 0;
    }
    out.push_back(std::move(run));
  }

  /// Puts a heading where the line is one.
  bool is_heading(const Group& lines, std::size_t from, std::size_t at) {
    const Line& line = lines[from];
    if (line.text.starts_with("# ") || line.text.starts_with("## ")) {
      const std::size_t hashes = std::min(line.text.find_first_not_of('#'), line.text.size());
      if (hashes > 0 && hashes <= 6 && hashes < line.text.size() && line.text[hashes] == ' ') {
        const std::size_t cut = line.text.find_first_not_of(' ', hashes);
        numbered_heading(line, static_cast<int>(hashes), cut);
        return true;
      }
    }
    if (from + 1 < lines.size())
      if (const int level = underline_level(lines[from + 1].text); level != 0 && underline_level(line.text) == 0 && line.text.size() <= 120) {
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
    const auto too_long = [](const Line& each) { return each.text.size() > longest_wrapped; };
    const auto goes_on = [](const Line& each) { return is_small(each.text[0]); };
    const bool line_is_paragraph = std::any_of(lines.begin(), lines.end(), too_long) || (unwrapped_ && std::none_of(lines.begin(), lines.end(), goes_on));
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
    if (first->text.starts_with("> ")) return quote(first, last);
    put(block_of(BlockKind::paragraph, first, last));
  }

  void quote(const Line* first, const Line* last) {
    Group words(first, last);
    for (Line& line : words) {
      const std::size_t cut = line.text.starts_with('>') ? std::min(line.text.find_first_not_of("> "), line.text.size()) : 0;
      line.text.remove_prefix(cut);
      line.at += static_cast<std::uint32_t>(cut);
    }
    std::erase_if(words, [](const Line& line) { return line.text.empty(); });
    put(block_of(BlockKind::quote, words.data(), words.data() + words.size()));
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
  static constexpr std::size_t longest_wrapped = 160;
  const SourceText& source_;
  Document& document_;
  std::vector<Group> groups_;
  std::vector<std::size_t> unranked_;
  bool ranked_ = false;
  bool unwrapped_ = false;
  std::uint32_t list_indent_ = 0;
  Hyphens hyphens_;
};

}  // namespace

Result<Reading> read_text(std::string_view bytes, const Path& file) {
  const Result<SourceText> source = decode_text(bytes, file, false);
  if (!source) return source.faults();
  Reading reading;
  reading.document.sources.push_back(file);
  if (extension(file) == ".md" || extension(file) == ".markdown") read_markdown(*source, reading);
  else TextReader(*source, reading.document).run();
  tell_guesses(*source, reading.container);
  return reading;
}

}  // namespace casewright
