#include "inspect/kinds/semantics.h"

#include <algorithm>
#include <array>
#include <map>
#include <set>

#include "base/among.h"
#include "base/text.h"
#include "base/words.h"
#include "inspect/document_pieces.h"

namespace casewright {
namespace {

bool ends_like_a_file(const std::string& words) {
  static constexpr std::array<std::string_view, 14> endings{".png", ".jpg", ".jpeg", ".gif", ".svg", ".bmp", ".tif",
                                                            ".tiff", ".webp", ".emf", ".wmf", ".pdf", ".heic", ".eps"};
  return std::any_of(endings.begin(), endings.end(), [&](std::string_view ending) { return words.ends_with(ending); });
}

/// "image", "Picture 3", "IMG_2034", "screenshot-12": a word that any picture could have, with a number or not.
bool says_nothing(std::string_view words) {
  static constexpr std::array<std::string_view, 20> any{
      "image",  "picture", "photo", "photograph", "graphic", "figure", "img",     "dsc",   "screenshot", "logo",
      "chart",  "diagram", "graph", "untitled",   "icon",    "banner", "alt text", "clip art", "drawing", "text box"};
  // "screenshot 2024-03-01 at 10.32.11", "picture of graph": nothing but such words, numbers and what joins them
  static constexpr std::array<std::string_view, 10> joining{"of", "a", "an", "the", "at", "copy", "new", "my", "and", "from"};
  bool telling = false;
  for (std::size_t at = 0; at < words.size() && !telling;) {
    const std::size_t end = std::min(words.find_first_of(" _-", at), words.size());
    std::string_view word = words.substr(at, end - at);
    while (!word.empty() && (word.back() == '.' || word.back() == ',' || word.back() == ')')) word.remove_suffix(1);
    telling = word.find_first_not_of("0123456789.:()") != std::string_view::npos && std::find(any.begin(), any.end(), word) == any.end() &&
              std::find(joining.begin(), joining.end(), word) == joining.end();
    at = end + 1;
  }
  if (!telling) return true;
  while (!words.empty() && (words.back() == ' ' || words.back() == '_' || words.back() == '-' || words.back() == '.' ||
                            (words.back() >= '0' && words.back() <= '9')))
    words.remove_suffix(1);
  return words.empty() || std::find(any.begin(), any.end(), words) != any.end();
}

/// "chart1_final-v2": what a file is called, without its ending.
bool is_called_like_a_file(const std::string& words) { return words.find(' ') == std::string::npos && (words.find('_') != std::string::npos || std::count(words.begin(), words.end(), '-') > 2); }

bool is_guess(const std::string& words) {
  return words.find("description automatically generated") != std::string::npos ||
         words.find("ai-generated content may be incorrect") != std::string::npos;
}

/// The columns that each row of a table fills, with those that cells above reach into.
std::vector<std::size_t> columns_by_row(const Block& table) {
  std::vector<std::size_t> columns;
  std::map<std::size_t, std::size_t> reaching;  // row -> columns that are filled from above
  std::size_t row = 0;
  for (const Block& line : table.children) {
    if (line.kind != BlockKind::row) continue;
    std::size_t width = reaching[row];
    for (const Block& cell : line.children) {
      const std::size_t across = cell.cell ? cell.cell->columns : 1, down = cell.cell ? cell.cell->rows : 1;
      width += across;
      for (std::size_t below = 1; below < std::min<std::size_t>(down, 1000); ++below) reaching[row + below] += across;
    }
    columns.push_back(width);
    ++row;
  }
  return columns;
}

/// The first words inside a table, to point at it.
std::string first_words_inside(const Block& table) {
  std::string words;
  walk(table.children, [&](const Block& inner, std::size_t) {
    if (words.empty()) words = inner.text();
  });
  return words;
}

bool begins_with_dash(const std::string& words) { return words.starts_with("- ") || words.starts_with("\xE2\x80\x93 ") || words.starts_with("\xE2\x80\x93\xC2\xA0") || words.starts_with("\xE2\x80\x94 "); }

bool begins_with_bullet(const std::string& words) {
  static constexpr std::array<std::string_view, 7> bullets{"* ", "o ", "\xE2\x80\xA2", "\xC2\xB7", "\xE2\x96\xAA", "\xE2\x97\x8F", "\xE2\x97\xA6"};
  if (begins_with_dash(words)) return true;
  return std::any_of(bullets.begin(), bullets.end(), [&](std::string_view bullet) { return words.starts_with(bullet); });
}

/// How many lines of a paragraph begin with a typed bullet.
std::size_t lines_with_bullets(const Block& paragraph) {
  const std::string words = words_by_line(paragraph);
  std::size_t lines = 0;
  for (const std::string_view line : split(words, '\n')) lines += begins_with_bullet(std::string(trim(line))) ? 1 : 0;
  return words.find('\n') == std::string::npos ? 0 : lines;
}

/// The reader of pages makes lists of lines with typed signs; a sign that a browser sets is no part of an item.
void typed_items(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::list || block.ordered || block.children.size() < 2) return;
    const auto typed = [](const Block& item) { return !item.number.empty() && item.number.find_first_of("0123456789abcdefghijklmnpqrstuvwxyz") == std::string::npos; };
    if (typed(block.children[0]) && typed(block.children[1])) into.push_back(finding_at(seen, rule, block.children.front(), first_words_inside(block), from));
  });
}

std::size_t words_in(const Block& block) { return count_words_between_spaces(all_words(block)); }

/// Short paragraphs of a page, one after the other, that are numbered by hand from one: "1. The police should ...".
void counted_lines(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  constexpr std::size_t fewest = 3, longest = 45;  // lines; words
  std::size_t from = 0, count = 0;
  const Block* first = nullptr;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    std::string number = block.number.empty() ? block.text().substr(0, block.text().find_first_not_of("0123456789")) : block.number;
    while (number.ends_with('.') || number.ends_with(')')) number.pop_back();
    const bool line = block.kind == BlockKind::paragraph && number == std::to_string(count + 1) && words_in(block) <= longest;
    if (!line) {
      count = block.kind == BlockKind::paragraph && number == "1" && words_in(block) <= longest ? 1 : 0;
      first = &block;
      return;
    }
    if (count == 0) first = &block;
    if (++count == fewest) into.push_back(finding_at(seen, rule, *first, first->text(), from));
  });
}

/// Paragraphs of a talk, each begun with a dash: some ask, some do not.
std::set<const Block*> lines_of_dialogue(const Document& document) {
  std::set<const Block*> said;
  std::vector<const Block*> run;
  std::size_t asked = 0, capital = 0;
  const auto end = [&] {
    if (run.size() > 1 && asked > 0 && asked < run.size() && capital == run.size()) said.insert(run.begin(), run.end());
    run.clear();
    asked = capital = 0;
  };
  walk(document.blocks, [&](const Block& block, std::size_t) {
    const std::string words = block.text();
    if (block.kind != BlockKind::paragraph || !begins_with_dash(words)) return end();
    run.push_back(&block);
    asked += words.ends_with('?') || words.find("? ") != std::string::npos;
    const std::size_t at = words.find_first_not_of("-\xE2\x80\x93\x94\xC2\xA0 ");
    capital += at != std::string::npos && !(words[at] >= 'a' && words[at] <= 'z');
  });
  end();
  return said;
}

/// Which of all headings the reader found by their looks alone, as it noted them.
std::vector<std::size_t> noted_by_looks(const Container& file) {
  std::vector<std::size_t> which;
  for (const BrokenCondition& broken : file.broken)
    if (broken.condition == "heading-by-looks")
      for (const std::string_view each : split(broken.detail, ' ')) which.push_back(std::stoul(std::string(each)));
  return which;
}

/// Paragraphs all in bold over one that is not, short and with no stop at the end.
std::vector<Span> bold_lines(const Seen& seen) {
  constexpr std::size_t longest = 12;
  std::vector<Span> lines;
  const std::vector<Piece> pieces = pieces_of(seen.reading.document, seen.prose);
  const auto stands_alone = [](const Piece& piece) { return piece.items == 0 && piece.table == nullptr && piece.block->kind == BlockKind::paragraph; };
  const auto all_bold = [](const Piece& piece) { return piece.lead.length() > 0 && piece.lead.end >= piece.span.end; };
  for (std::size_t at = 0; at + 1 < pieces.size(); ++at) {
    const Piece &here = pieces[at], &next = pieces[at + 1];
    const std::string_view words = trim(seen.prose.view(here.span));
    if (!stands_alone(here) || !all_bold(here) || words.empty() || count_words_between_spaces(words) > longest) continue;
    if (std::string_view(".:,;?!").find(words.back()) != std::string_view::npos || !stands_alone(next) || all_bold(next)) continue;
    if (count_words_between_spaces(seen.prose.view(next.span)) > longest) lines.push_back(here.span);
  }
  return lines;
}

}  // namespace

Finding finding_at(const Seen& seen, const Rule& rule, const Block& block, const std::string& words, std::size_t& from) {
  const std::size_t at = trim(words).empty() ? std::string::npos : seen.prose.text.find(words, from);
  Span span;
  if (at != std::string::npos) {
    from = at + words.size();
    span = {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(from)};
  }
  Finding finding = report(seen, rule, span);
  if (span.empty()) {
    finding.place.page = block.page;
    finding.place.box = block.box;
  }
  return finding;
}

const BrokenCondition* noted(const Seen& seen, std::string_view condition) {
  const std::vector<BrokenCondition>& all = seen.reading.container.broken;
  const auto found = std::find_if(all.begin(), all.end(), [condition](const BrokenCondition& each) { return each.condition == condition; });
  return found == all.end() ? nullptr : &*found;
}

bool is_described(const Seen& seen, std::string_view target) {
  const std::vector<BrokenCondition>& noted = seen.reading.container.broken;
  return std::any_of(noted.begin(), noted.end(), [target](const BrokenCondition& each) { return each.condition == "link-described" && each.detail == target; });
}

std::string times_told(std::uint32_t count) { return count == 1 ? "" : " " + std::to_string(count) + " times."; }

void headings_by_looks(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  const std::string& format = seen.reading.container.format;
  std::vector<Span> lines;
  if (format == "html") lines = bold_lines(seen);
  for (const std::size_t each : noted_by_looks(seen.reading.container))
    if (each > 0 && each <= seen.inspected.sections.size()) lines.push_back(seen.prose.stretches[seen.inspected.sections[each - 1].stretch].span);
  const BrokenCondition* styled = noted(seen, "heading-by-style");
  const std::uint32_t by_style = styled == nullptr ? 0 : styled->count;
  if (lines.empty() && by_style > 0) into.push_back(report(seen, rule, {}, {{"count", by_style == 1 ? "A line is set as a heading" : std::to_string(by_style) + " lines are set as headings"}}));
  if (lines.empty()) return;
  into.push_back(report(seen, rule, lines.front(), {{"count", lines.size() == 1 ? "A line is set as a heading" : std::to_string(lines.size()) + " lines are set as headings"}}));
}

bool is_for_layout(const Block& table) {
  constexpr std::size_t most_rows = 2, least_words = 12;
  std::size_t rows = 0, cells = 0;
  bool prose = true;
  for (const Block& row : table.children) {
    if (row.kind != BlockKind::row) continue;
    ++rows;
    for (const Block& cell : row.children) {
      ++cells;
      if (cell.cell && cell.cell->header) return false;
      prose = prose && words_in(cell) >= least_words;
    }
  }
  return rows > 0 && rows <= most_rows && cells > rows && prose;
}

void layout_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind == BlockKind::table && is_for_layout(block)) into.push_back(finding_at(seen, rule, block, first_words_inside(block), from));
  });
}

void nested_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::cell) return;
    for (const Block& inner : block.children)
      if (inner.kind == BlockKind::table) into.push_back(finding_at(seen, rule, inner, first_words_inside(inner), from));
  });
}

void poor_alternative(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (!block.picture || block.picture->decorative) return;
    const std::string words = ascii_lower(fold_space(block.picture->alternative));
    if (words.empty() || !(ends_like_a_file(words) || is_called_like_a_file(words) || says_nothing(words) || is_guess(words))) return;
    into.push_back(finding_at(seen, rule, block, block.picture->alternative, from));
  });
}

void same_link_words(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::map<std::string, std::string> leads;
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    for (const Inline& run : block.inlines) {
      if (run.kind != InlineKind::text || run.target.empty() || run.target[0] == '#') continue;
      const std::string words = ascii_lower(fold_space(run.text));
      if (words.empty()) continue;
      if (is_described(seen, run.target)) continue;
      const auto [known, first] = leads.emplace(words, run.target);
      if (!first && known->second != run.target) into.push_back(finding_at(seen, rule, block, run.text, from));
    }
  });
}

void empty_header(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::table) return;
    bool corner = true, empty = false;
    walk(block.children, [&](const Block& cell, std::size_t) {
      if (cell.kind != BlockKind::cell) return;
      empty = empty || (!corner && cell.cell && cell.cell->header && trim(all_words(cell)).empty());
      corner = false;
    });
    if (empty) into.push_back(finding_at(seen, rule, block, first_words_inside(block), from));
  });
}

void merged_header(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  for (const BrokenCondition& broken : seen.reading.container.broken)
    if (broken.condition == "table-header-merged") into.push_back(report(seen, rule, {})), into.back().message += times_told(broken.count);
  if (seen.reading.container.format == "html") return;  // its reader knows what the cells say of themselves
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::table) return;
    bool merged = false;
    walk(block.children, [&](const Block& cell, std::size_t) { merged = merged || (cell.cell && cell.cell->header && (cell.cell->columns > 1 || cell.cell->rows > 1)); });
    if (merged) into.push_back(finding_at(seen, rule, block, first_words_inside(block), from));
  });
}

void uneven_rows(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::table) return;
    const std::vector<std::size_t> columns = columns_by_row(block);
    if (columns.empty() || std::all_of(columns.begin(), columns.end(), [&](std::size_t each) { return each == columns.front(); })) return;
    into.push_back(finding_at(seen, rule, block, first_words_inside(block), from));
  });
}

void typed_list(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  if (seen.reading.container.format == "html") {
    typed_items(seen, rule, into);
    counted_lines(seen, rule, into);
  }
  const std::set<const Block*> said = lines_of_dialogue(seen.reading.document);
  for (const BrokenCondition& broken : seen.reading.container.broken)
    if (broken.condition == "list-typed") into.push_back(report(seen, rule, {})), into.back().message += " " + broken.detail + ".";
  const Block* before = nullptr;
  bool told = false;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    const std::string words = block.text();
    if (block.kind == BlockKind::paragraph && lines_with_bullets(block) > 1) into.push_back(finding_at(seen, rule, block, block.inlines.front().text, from));
    const bool item = block.kind == BlockKind::paragraph && begins_with_bullet(words) && !said.contains(&block);
    if (item && before != nullptr && !told) {
      into.push_back(finding_at(seen, rule, *before, before->text(), from));
      told = true;
    }
    before = item ? &block : nullptr;
    told = told && item;
  });
}

void faint_words(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    bool told = false;  // once for each block
    for (const Inline& run : block.inlines) {
      if (!run.marks.has(Mark::faint) || told || trim(run.text).empty()) continue;
      into.push_back(finding_at(seen, rule, block, run.text, from));
      told = true;
    }
  });
}

}  // namespace casewright
