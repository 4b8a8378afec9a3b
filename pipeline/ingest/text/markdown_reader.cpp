#include "ingest/text/markdown_reader.h"

#include <algorithm>
#include <utility>

#include "base/text.h"
#include "ingest/blocks/counted_paragraphs.h"
#include "ingest/blocks/line_marks.h"
#include "ingest/blocks/run_builder.h"
#include "ingest/blocks/runs.h"
#include "ingest/carried/carried_risks.h"
#include "ingest/office/office_reading.h"
#include "ingest/text/markdown_words.h"
#include "ingest/text/text_tables.h"

namespace casewright {
namespace {

using Lines = std::vector<TextPiece>;

constexpr int deepest_quotation = 12;  // quotations and lists inside each other; deeper ones are read as words

std::size_t indent_of(std::string_view line) {
  std::size_t wide = 0;
  for (const char c : line) {
    if (c == ' ') ++wide;
    else if (c == '\t') wide += 4 - wide % 4;
    else break;
  }
  return wide;
}

std::string_view inside(const TextPiece& line) { return trim(line.text); }
bool is_empty_line(const TextPiece& line) { return inside(line).empty(); }

/// The piece without `count` columns of white space at its front.
TextPiece without_indent(TextPiece line, std::size_t count) {
  std::size_t wide = 0;
  while (wide < count && !line.text.empty() && (line.text[0] == ' ' || line.text[0] == '\t')) {
    wide += line.text[0] == '\t' ? 4 : 1;
    line.text.remove_prefix(1), ++line.at;
  }
  return line;
}

TextPiece without_bytes(TextPiece line, std::size_t count) {
  count = std::min(count, line.text.size());
  line.text.remove_prefix(count);
  line.at += static_cast<std::uint32_t>(count);
  return line;
}

TextPiece at_words(const TextPiece& line) { return without_bytes(line, std::min(line.text.find_first_not_of(" \t"), line.text.size())); }

int hashes_of(std::string_view line) {
  const std::size_t hashes = std::min(line.find_first_not_of('#'), line.size());
  return hashes > 0 && hashes <= 6 && (hashes == line.size() || line[hashes] == ' ' || line[hashes] == '\t') ? static_cast<int>(hashes) : 0;
}

bool is_rule(std::string_view line) {
  if (line.empty() || std::string_view("-*_").find(line[0]) == std::string_view::npos) return false;
  return std::count(line.begin(), line.end(), line[0]) >= 3 && line.find_first_not_of(std::string(1, line[0]) + " \t") == std::string_view::npos;
}

bool is_fence(std::string_view line) { return line.starts_with("```") || line.starts_with("~~~"); }

int underline_of(std::string_view line) {
  if (line.size() < 2) return 0;
  if (line.find_first_not_of('=') == std::string_view::npos) return 1;
  return line.find_first_not_of('-') == std::string_view::npos ? 2 : 0;
}

class MarkdownReader {
 public:
  MarkdownReader(const SourceText& source, Reading& reading) : source_(source), reading_(reading) {}

  void run() {
    Lines lines = lines_of_file();
    take_front_matter(lines);
    take_definitions(lines);
    std::vector<Block>& blocks = reading_.document.blocks;
    blocks = blocks_of(lines, 0);
    find_contents(blocks);
    free_numbered_paragraphs(blocks);
    find_title(blocks);
    for (auto& [name, words] : notes_) put_note(name, words, blocks);
    drop_dead_links(reading_.document);
  }

 private:
  Lines lines_of_file() const {
    Lines lines;
    const std::string_view all = source_.text;
    for (std::size_t from = 0; from < all.size();) {
      const std::string_view line = all.substr(from, all.find('\n', from) - from);
      const std::size_t end = from + std::min(line.find('\r'), line.size());
      lines.push_back({all.substr(from, end - from), static_cast<std::uint32_t>(from)});
      from = end + (all.substr(end, 2) == "\r\n" ? 2 : 1);
    }
    return lines;
  }

  void carry(CarriedKind kind, std::string name, const TextPiece& words) {
    Carried item;
    item.kind = kind;
    item.name = std::move(name);
    item.text = fold_space(words.text);
    item.origin = source_.origin(1, words.at);
    reading_.container.items.push_back(std::move(item));
  }

  /// "title: ..." between two lines of hyphens at the top.
  void take_front_matter(Lines& lines) {
    constexpr std::size_t longest = 100;
    if (lines.empty() || inside(lines[0]) != "---") return;
    std::size_t end = 1;
    while (end < std::min(lines.size(), longest) && inside(lines[end]) != "---" && inside(lines[end]) != "...") {
      if (is_empty_line(lines[end])) return;
      ++end;
    }
    if (end >= std::min(lines.size(), longest)) return;
    for (std::size_t at = 1; at < end; ++at) {
      const std::size_t colon = lines[at].text.find(':');
      const std::string name = colon == std::string_view::npos ? "front matter" : ascii_lower(trim(lines[at].text.substr(0, colon)));
      const TextPiece words = at_words(without_bytes(lines[at], colon == std::string_view::npos ? 0 : colon + 1));
      if (name == "title") reading_.document.title = fold_space(words.text);
      carry(CarriedKind::metadata, name, words);
    }
    lines.erase(lines.begin(), lines.begin() + static_cast<std::ptrdiff_t>(end) + 1);
  }

  /// Names of links and notes, wherever they stand.
  void take_definitions(Lines& lines) {
    Lines kept;
    bool fenced = false;
    for (std::size_t at = 0; at < lines.size(); ++at) {
      const std::string_view line = inside(lines[at]);
      fenced ^= is_fence(line);
      const std::size_t close = !fenced && line.starts_with('[') && indent_of(lines[at].text) < 4 ? line.find("]:") : std::string_view::npos;
      if (close == std::string_view::npos || close < 2) {
        kept.push_back(lines[at]);
        continue;
      }
      const TextPiece words = at_words(without_bytes(at_words(lines[at]), close + 2));
      if (line[1] != '^') {
        const std::string_view target = written_address(words.text);
        names_.targets.try_emplace(ascii_lower(fold_space(line.substr(1, close - 1))), target);
        carry(CarriedKind::link, "address of a link", words);
        continue;
      }
      Lines note{words};
      while (at + 1 < lines.size() && ((!is_empty_line(lines[at + 1]) && !inside(lines[at + 1]).starts_with("[^") && !is_empty_line(lines[at])) || (indent_of(lines[at + 1].text) >= 2 && !is_empty_line(lines[at + 1]))))
        note.push_back(without_indent(lines[++at], 4));
      const std::string name(line.substr(2, close - 2));
      if (names_.notes.try_emplace(name, is_small_number(name) ? name : std::to_string(notes_.size() + 1)).second) notes_.emplace_back(name, std::move(note));
    }
    lines = std::move(kept);
  }

  void put_note(const std::string& name, const Lines& words, std::vector<Block>& blocks) {
    Block note(BlockKind::note);
    note.id = "note-" + name;
    note.number = names_.notes.at(name);
    std::vector<Block> parts = blocks_of(words, 1);
    if (!parts.empty() && parts[0].kind == BlockKind::paragraph) {
      if (!parts[0].number.empty()) note.children = std::move(parts);
      else {
        note.inlines = std::move(parts[0].inlines);
        parts.erase(parts.begin());
      }
    }
    for (Block& each : parts) note.children.push_back(std::move(each));
    blocks.push_back(std::move(note));
  }

  std::vector<Inline> words(const Lines& lines) {
    std::vector<UnseenWords> unseen;
    std::vector<Inline> read = markdown_words(source_, lines, names_, unseen);
    for (const UnseenWords& each : unseen) {
      const bool picture = each.name == "picture";
      carry(picture ? CarriedKind::image : CarriedKind::link, each.name, {each.words, each.at});
      if (picture && is_local_address(each.words)) reading_.container.items.back().risk = "external-link";
    }
    return read;
  }

  std::vector<Block> blocks_of(const Lines& lines, int depth) {
    std::vector<Block> out;
    for (std::size_t at = 0; at < lines.size();) {
      if (is_empty_line(lines[at]) || is_rule(inside(lines[at]))) ++at;
      else at = block(lines, at, depth, out);
    }
    return out;
  }

  /// Reads the block that begins at that line; where it ends.
  std::size_t block(const Lines& lines, std::size_t at, int depth, std::vector<Block>& out) {
    const std::string_view line = inside(lines[at]);
    if (is_fence(line)) return code(lines, at, out);
    if (line.starts_with("<!--")) return comment(lines, at);
    if (const int level = hashes_of(line); level > 0) {
      TextPiece words = at_words(without_bytes(at_words(lines[at]), static_cast<std::size_t>(level)));
      while (words.text.ends_with('#') || words.text.ends_with(' ')) words.text.remove_suffix(1);
      heading({words}, level, out);
      return at + 1;
    }
    if (line.starts_with('>') && depth < deepest_quotation) return quote(lines, at, depth, out);
    if (at + 1 < lines.size() && is_table_rule(inside(lines[at + 1])) && !piped_cells(lines[at].text).empty()) return table(lines, at, out);
    if (begins_item(lines[at]) && depth < deepest_quotation) return list(lines, at, depth, out);
    return paragraph(lines, at, out);
  }

  static bool begins_item(const TextPiece& line) {
    const LineMark mark = list_mark(inside(line));
    return mark.words_at > 0 && leading_number(inside(line), true).number.empty();
  }

  std::size_t code(const Lines& lines, std::size_t at, std::vector<Block>& out) {
    const std::string_view fence = inside(lines[at]).substr(0, 3);
    RunBuilder words;
    for (++at; at < lines.size() && !inside(lines[at]).starts_with(fence); ++at) {
      if (!words.empty()) words.add_break();
      if (!lines[at].text.empty()) words.add(lines[at].text, steps_in_source(source_, lines[at].text, lines[at].at), {});
    }
    Block block(BlockKind::paragraph);
    block.inlines = words.take();
    if (!block.inlines.empty()) out.push_back(std::move(block));
    return at + 1;
  }

  std::size_t comment(const Lines& lines, std::size_t at) {
    for (; at < lines.size(); ++at) {
      carry(CarriedKind::comment, "comment", lines[at]);
      if (lines[at].text.find("-->") != std::string_view::npos) return at + 1;
    }
    return at;
  }

  void heading(const Lines& lines, int level, std::vector<Block>& out) {
    Block block(BlockKind::heading);
    block.level = static_cast<std::uint8_t>(std::clamp(level, 1, 6));
    block.inlines = words(lines);
    if (block.inlines.empty()) return;
    take_number(block, false);
    out.push_back(std::move(block));
  }

  static void take_number(Block& block, bool many) {
    const std::string text = block.text();
    const LeadingNumber lead = leading_number(text, many);
    if (lead.number.empty()) return;
    block.number = std::string(lead.number);
    cut_front(block.inlines, lead.words_at);
  }

  std::size_t quote(const Lines& lines, std::size_t at, int depth, std::vector<Block>& out) {
    Lines words;
    for (; at < lines.size() && !is_empty_line(lines[at]); ++at) {
      TextPiece line = at_words(lines[at]);
      if (line.text.starts_with('>')) line = without_bytes(line, line.text.starts_with("> ") ? 2 : 1);
      words.push_back(line);
    }
    std::vector<Block> inside = blocks_of(words, depth + 1);
    Block block(BlockKind::quote);
    if (!inside.empty() && inside[0].kind == BlockKind::paragraph && inside[0].number.empty()) {
      block.inlines = std::move(inside[0].inlines);
      inside.erase(inside.begin());
    }
    block.children = std::move(inside);
    if (!block.inlines.empty() || !block.children.empty()) out.push_back(std::move(block));
    return at;
  }

  std::size_t table(const Lines& lines, std::size_t at, std::vector<Block>& out) {
    Block table(BlockKind::table);
    if (!out.empty() && out.back().kind == BlockKind::caption) {
      table.children.push_back(std::move(out.back()));
      out.pop_back();
    }
    row(lines[at], true, table);
    for (at += 2; at < lines.size() && !is_empty_line(lines[at]) && !piped_cells(lines[at].text).empty(); ++at) row(lines[at], false, table);
    out.push_back(std::move(table));
    return at;
  }

  void row(const TextPiece& line, bool head, Block& table) {
    Block& row = table.children.emplace_back(BlockKind::row);
    for (const TextCell& place : piped_cells(line.text)) {
      Block& cell = row.children.emplace_back(BlockKind::cell);
      cell.inlines = words({{line.text.substr(place.from, place.to - place.from), line.at + static_cast<std::uint32_t>(place.from)}});
      if (head) cell.cell = std::make_unique<CellShape>(CellShape{1, 1, true});
    }
  }

  std::size_t list(const Lines& lines, std::size_t at, int depth, std::vector<Block>& out) {
    const std::size_t indent = indent_of(lines[at].text);
    const bool ordered = list_mark(inside(lines[at])).ordered;
    Block list(BlockKind::list);
    list.ordered = ordered;
    while (at < lines.size()) {
      std::size_t next = at;
      while (next < lines.size() && is_empty_line(lines[next])) ++next;
      if (next == lines.size() || !begins_item(lines[next]) || indent_of(lines[next].text) > indent + 1 || indent_of(lines[next].text) + 1 < indent || list_mark(inside(lines[next])).ordered != ordered) break;
      at = item(lines, next, depth, list);
    }
    out.push_back(std::move(list));
    return at;
  }

  std::size_t item(const Lines& lines, std::size_t at, int depth, Block& list) {
    const TextPiece first = at_words(lines[at]);
    const LineMark mark = list_mark(first.text);
    const std::size_t base = indent_of(lines[at].text), inner = base + mark.words_at;
    Lines own{without_bytes(first, mark.words_at)};
    bool blank = false;
    for (++at; at < lines.size(); ++at) {
      if (is_empty_line(lines[at])) {
        blank = true;
        own.push_back({lines[at].text.substr(0, 0), lines[at].at});
        continue;
      }
      const std::size_t indent = indent_of(lines[at].text);
      const bool inside_item = indent >= inner || indent >= base + 2;
      const bool begins = begins_item(lines[at]) || hashes_of(inside(lines[at])) > 0 || is_fence(inside(lines[at])) || is_rule(inside(lines[at]));
      if (!inside_item && (blank || begins)) break;
      own.push_back(without_indent(lines[at], inner));
      blank = false;
    }
    while (own.size() > 1 && own.back().text.empty()) own.pop_back(), --at;
    Block item(BlockKind::list_item);
    if (mark.ordered) item.number = std::string(mark.mark);
    std::vector<Block> parts = blocks_of(own, depth + 1);
    if (!parts.empty() && parts[0].kind == BlockKind::paragraph && parts[0].number.empty()) {
      item.inlines = std::move(parts[0].inlines);
      parts.erase(parts.begin());
    }
    item.children = std::move(parts);
    if (!item.inlines.empty() || !item.children.empty()) list.children.push_back(std::move(item));
    return at;
  }

  /// True where a paragraph ends before that line.
  static bool interrupts(const TextPiece& line) {
    const std::string_view text = inside(line);
    return text.empty() || hashes_of(text) > 0 || is_fence(text) || text.starts_with('>') || text.starts_with("<!--") || is_rule(text) || begins_item(line) || !leading_number(text, true).number.empty();
  }

  std::size_t paragraph(const Lines& lines, std::size_t at, std::vector<Block>& out) {
    Lines own{at_words(lines[at++])};
    for (; at < lines.size(); ++at) {
      if (const int level = underline_of(inside(lines[at])); level > 0) {
        heading(own, level, out);
        return at + 1;
      }
      if (interrupts(lines[at]) || (at + 1 < lines.size() && is_table_rule(inside(lines[at + 1])))) break;
      own.push_back(at_words(lines[at]));
    }
    if (picture(own, out)) return at;
    Block block(BlockKind::paragraph);
    block.inlines = words(own);
    if (block.inlines.empty()) return at;
    if (is_caption(block.text())) block.kind = BlockKind::caption;
    else take_number(block, true);
    out.push_back(std::move(block));
    return at;
  }

  /// "![what it shows](chart.png)" alone.
  bool picture(const Lines& lines, std::vector<Block>& out) {
    const std::string_view line = trim(lines[0].text);
    const std::size_t close = line.find("](");
    if (lines.size() != 1 || !line.starts_with("![") || !line.ends_with(')') || close == std::string_view::npos || line.find(')', close) + 1 != line.size()) return false;
    words(lines);  // for what it carries
    Block block(BlockKind::figure);
    const auto picture = std::make_shared<Picture>();
    picture->alternative = fold_space(line.substr(2, close - 2));
    picture->decorative = picture->alternative.empty();
    block.picture = picture;
    out.push_back(std::move(block));
    return true;
  }

  /// A list of links into the document below "Contents".
  static void find_contents(std::vector<Block>& blocks) {
    for (std::size_t at = 0; at + 1 < blocks.size(); ++at) {
      Block &title = blocks[at], &list = blocks[at + 1];
      if ((title.kind != BlockKind::heading && title.kind != BlockKind::paragraph) || list.kind != BlockKind::list || !opens_contents(title.text())) continue;
      const bool leads = std::all_of(list.children.begin(), list.children.end(), [](const Block& item) { return !item.inlines.empty() && item.inlines[0].target.starts_with('#'); });
      if (!leads) continue;
      Block contents(BlockKind::contents);
      contents.inlines = std::move(title.inlines);
      contents.children.push_back(std::move(list));
      blocks[at] = std::move(contents);
      blocks.erase(blocks.begin() + static_cast<std::ptrdiff_t>(at) + 1);
    }
  }

  void find_title(std::vector<Block>& blocks) {
    if (blocks.empty() || blocks[0].kind != BlockKind::heading || blocks[0].level != 1 || !blocks[0].number.empty()) return;
    blocks[0].kind = BlockKind::title;
    blocks[0].level = 0;
    reading_.document.title = fold_space(blocks[0].text());
  }

  const SourceText& source_;
  Reading& reading_;
  MarkdownNames names_;
  std::vector<std::pair<std::string, Lines>> notes_;  // by name, in the order of the file
};

}  // namespace

void read_markdown(const SourceText& source, Reading& reading) { MarkdownReader(source, reading).run(); }

}  // namespace casewright
