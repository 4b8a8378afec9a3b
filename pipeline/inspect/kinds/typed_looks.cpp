#include "inspect/kinds/typed_looks.h"

#include <algorithm>
#include <string>

#include "base/letters.h"
#include "base/text.h"
#include "base/words.h"
#include "inspect/document_pieces.h"
#include "inspect/kinds/semantics.h"

namespace casewright {
namespace {

constexpr std::size_t fewest_lines = 3;  // of a table or a drawing

/// How many stretches of two blanks and more, or tabs, part the words of a line.
std::size_t gaps_in(std::string_view line) {
  line = trim(line);
  std::size_t gaps = 0, blanks = 0;
  for (const char each : line) {
    if (each == ' ') ++blanks;
    else gaps += blanks >= 2, blanks = 0;
    gaps += each == '\t';
  }
  return gaps;
}

/// True for a line that is drawn and not written: mostly strokes, and among them one that joins others.
bool is_drawn(std::string_view line) {
  static constexpr std::string_view strokes = "+-|/\\_=<>^*~#";
  std::size_t drawn = 0, all = 0;
  for (std::size_t at = 0; at < line.size(); ++at) {
    if (line[at] == ' ') continue;
    ++all;
    const bool box = line.substr(at, 2) == "\xE2\x94" || line.substr(at, 2) == "\xE2\x95";  // box drawing, U+2500 to U+257F
    drawn += box || strokes.find(line[at]) != std::string_view::npos;
    if (box) at += 2;
  }
  return all > 0 && drawn * 3 >= all;
}

bool joins_strokes(std::string_view line) {
  return line.find("+-") != std::string_view::npos || line.find("-+") != std::string_view::npos || line.find("->") != std::string_view::npos || line.find("\xE2\x94") != std::string_view::npos ||
         std::count(line.begin(), line.end(), '|') > 1;
}

std::string first_run_of(const Block& block) { return block.inlines.empty() ? std::string() : block.inlines.front().text; }

bool holds_picture(const Block& block) {
  bool picture = block.picture != nullptr;
  walk(block.children, [&](const Block& inner, std::size_t) { picture = picture || inner.picture != nullptr; });
  return picture;
}

bool is_header(const Block& row) {
  return !row.children.empty() && std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) { return cell.cell && cell.cell->header; });
}

/// True where a row has one plain cell for each column.
bool is_plain(const Block& row, std::size_t columns) {
  return row.children.size() == columns && std::all_of(row.children.begin(), row.children.end(), [](const Block& cell) { return !cell.cell || (cell.cell->columns == 1 && cell.cell->rows == 1); });
}

/// True where some column has words in its heading and nothing in the cells below.
bool has_empty_column(const Block& table) {
  constexpr std::size_t fewest_rows = 2;
  std::vector<const Block*> rows;
  for (const Block& row : table.children)
    if (row.kind == BlockKind::row) rows.push_back(&row);
  if (rows.size() <= fewest_rows || !is_header(*rows.front())) return false;
  const std::size_t columns = rows.front()->children.size();
  if (columns < 2 || !std::all_of(rows.begin(), rows.end(), [columns](const Block* row) { return is_plain(*row, columns); })) return false;
  for (std::size_t column = 0; column < columns; ++column) {
    if (trim(all_words(rows.front()->children[column])).empty()) continue;
    if (std::all_of(rows.begin() + 1, rows.end(), [column](const Block* row) { return trim(all_words(row->children[column])).empty() && !holds_picture(row->children[column]); })) return true;
  }
  return false;
}

}  // namespace

void typed_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  if (const BrokenCondition* broken = noted(seen, "table-typed")) {
    into.push_back(report(seen, rule, {}));
    into.back().message += times_told(broken->count);
    into.back().place.page = broken->page;
  }
  if (seen.reading.container.format == "pdf") return;  // whose reader finds tables by where words stand
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::paragraph) return;
    const std::string words = words_by_line(block);
    std::size_t rows = 0;
    bool drawn = false;
    for (const std::string_view line : split(words, '\n')) rows += gaps_in(line) > 1, drawn |= joins_strokes(line);
    if (rows >= fewest_lines && !drawn) into.push_back(finding_at(seen, rule, block, first_run_of(block), from));
  });
}

void typed_drawing(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0, run = 0;
  bool joined = false;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.inlines.empty()) return;
    const std::string words = words_by_line(block);
    bool told = false;
    for (const std::string_view line : split(words, '\n')) {
      if (!is_drawn(line)) {
        run = 0, joined = false;
        continue;
      }
      joined |= joins_strokes(line);
      if (++run < fewest_lines || !joined || told) continue;
      into.push_back(finding_at(seen, rule, block, first_run_of(block), from));
      told = true;
      run = 0, joined = false;
    }
  });
}

void letters_apart(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  constexpr std::uint32_t fewest_letters = 4;
  const Prose& prose = seen.prose;
  for (const Stretch& stretch : prose.stretches) {
    if (!visible_scopes.has(stretch.scope) || stretch.carried != 0) continue;
    for (std::uint32_t at = stretch.first_token; at < stretch.end_token; ++at) {
      const auto letter = [&](std::uint32_t token) {
        const std::string_view word = token < stretch.end_token ? prose.view(prose.tokens[token].span()) : std::string_view();
        return word.size() == 1 && ((word[0] >= 'a' && word[0] <= 'z') || (word[0] >= 'A' && word[0] <= 'Z')) ? word[0] : '\0';
      };
      std::uint32_t end = at;
      bool counts = true;  // "A B C D" names four things
      while (letter(end) != '\0') {
        counts = counts && (end == at || letter(end) == letter(end - 1) + 1);
        ++end;
      }
      if (end - at >= fewest_letters && !counts) into.push_back(report(seen, rule, {prose.tokens[at].begin, prose.tokens[end - 1].span().end}));
      if (end > at) at = end - 1;
    }
  }
}

void typed_notes(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  if (noted(seen, "notes-typed") != nullptr) return into.push_back(report(seen, rule, {}));
  // Raised numbers that nothing leads from, and one that opens a line further down.
  const Block* first = nullptr;
  bool led = false;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    bool opens = true;
    for (const Inline& run : block.inlines) {
      const bool raised = run.kind == InlineKind::text && run.marks.has(Mark::superscript) && run.target.empty() && trim(run.text) == "1";
      if (raised && opens) led |= first != nullptr;
      else if (raised && first == nullptr) first = &block;
      opens = run.kind == InlineKind::line_break;
    }
  });
  std::size_t from = 0;
  if (led) into.push_back(finding_at(seen, rule, *first, first_run_of(*first), from));
}

void empty_column(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::table || !has_empty_column(block)) return;
    const Block* first = nullptr;
    walk(block.children, [&](const Block& inner, std::size_t) {
      if (first == nullptr && !inner.inlines.empty()) first = &inner;
    });
    into.push_back(finding_at(seen, rule, first == nullptr ? block : *first, first_run_of(first == nullptr ? block : *first), from));
  });
}

void heading_in_table(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::cell) return;
    const auto heading = std::find_if(block.children.begin(), block.children.end(), [](const Block& inner) { return inner.kind == BlockKind::heading; });
    if (heading != block.children.end()) into.push_back(finding_at(seen, rule, *heading, first_run_of(*heading), from));
  });
}

void set_throughout(const Seen& seen, const Rule& rule, std::vector<Finding>& into) {
  constexpr std::size_t long_italics = 25, long_line = 8;  // words
  std::size_t from = 0;
  walk(seen.reading.document.blocks, [&](const Block& block, std::size_t) {
    if (block.kind != BlockKind::paragraph && block.kind != BlockKind::list_item) return;
    const auto all = [&block](Mark mark) {
      bool any = false;
      for (const Inline& run : block.inlines) {
        if (run.kind != InlineKind::text || trim(run.text).empty()) continue;
        if (!run.marks.has(mark) || !run.target.empty()) return false;
        any = true;
      }
      return any;
    };
    const std::size_t words = count_words_between_spaces(block.text());
    if ((words >= long_italics && all(Mark::emphasis)) || (words >= long_line && all(Mark::underline))) into.push_back(finding_at(seen, rule, block, first_run_of(block), from));
  });
}

}  // namespace casewright
