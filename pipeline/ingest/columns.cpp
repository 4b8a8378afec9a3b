#include "ingest/columns.h"

#include <algorithm>
#include <numeric>

#include "base/text.h"

namespace casewright {
namespace {

constexpr std::size_t rows_searched = 60;
constexpr std::size_t longest_column_heading = 120;

/// Curly apostrophes, dashes and no-break spaces as their plain kin.
std::string plain_marks(std::string_view text) {
  std::string plain = replace_every(text, "\xE2\x80\x99", "'");
  plain = replace_every(plain, "\xE2\x80\x98", "'");
  plain = replace_every(plain, "\xE2\x80\x93", "-");
  return replace_every(plain, "\xC2\xA0", " ");
}

std::string singular(std::string_view word) {
  const bool plural = word.size() > 3 && word.back() == 's' && word[word.size() - 2] != 's' && word[word.size() - 2] != 'i';
  return std::string(plural ? word.substr(0, word.size() - 1) : word);
}

/// The words of a plain heading in the singular, one space between them.
std::string in_singular(std::string_view plain) {
  std::string words;
  for (const std::string_view each : split(plain, ' ')) {
    if (each.empty()) continue;
    if (!words.empty()) words += ' ';
    words += singular(each);
  }
  return words;
}

/// How many letters must be put in, taken out, changed or swapped with their neighbour to turn one into the other.
std::size_t distance(std::string_view a, std::string_view b) {
  std::vector<std::size_t> before(b.size() + 1), last(b.size() + 1), now(b.size() + 1);
  std::iota(last.begin(), last.end(), 0u);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    now[0] = i;
    for (std::size_t j = 1; j <= b.size(); ++j) {
      now[j] = std::min({last[j] + 1, now[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1]) now[j] = std::min(now[j], before[j - 2] + 1);
    }
    std::swap(before, last);
    std::swap(last, now);
  }
  return last[b.size()];
}

/// The heading without what stands in brackets: "Child seen (Y/N)".
std::string without_brackets(std::string_view heading) {
  std::string kept;
  int open = 0;
  for (const char c : heading) {
    if (c == '(' || c == '[') ++open;
    if (open == 0) kept += c;
    if ((c == ')' || c == ']') && open > 0) --open;
  }
  return kept;
}

}  // namespace

std::string plain_heading(std::string_view heading) {
  std::string plain;
  for (const char c : ascii_lower(plain_marks(heading))) {
    const bool letter = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || static_cast<unsigned char>(c) >= 0x80;
    if (letter) plain += c;
    else if (c != '\'') plain += ' ';
  }
  return fold_space(plain);
}

ColumnGuide::ColumnGuide(std::span<const ColumnName> names) {
  for (const ColumnName& each : names) {
    std::string plain = in_singular(each.name);
    const auto words = static_cast<std::size_t>(std::count(plain.begin(), plain.end(), ' ')) + 1;
    known_.push_back({std::string(each.name), std::move(plain), words, each.field});
  }
}

Field ColumnGuide::exact(std::string_view plain) const {
  for (const Known& each : known_)
    if (each.plain == plain) return each.field;
  return Field::none;
}

Field ColumnGuide::mistyped(std::string_view plain) const {
  Field best = Field::none;
  std::size_t least = 3;
  for (const Known& each : known_) {
    const std::size_t allowed = each.plain.size() >= 10 ? 2 : each.plain.size() >= 5 ? 1 : 0;
    const std::size_t longer = std::max(each.plain.size(), plain.size()) - std::min(each.plain.size(), plain.size());
    if (allowed == 0 || longer > allowed) continue;
    const std::size_t apart = distance(plain, each.plain);
    if (apart <= allowed && apart < least) {
      least = apart;
      best = each.field;
    }
  }
  return best;
}

Field ColumnGuide::contained(std::string_view plain) const {
  const std::string spaced = " " + std::string(plain) + " ";
  Field best = Field::none;
  std::size_t most = 1;
  for (const Known& each : known_)
    if (each.words > most && spaced.find(" " + each.plain + " ") != std::string::npos) {
      most = each.words;
      best = each.field;
    }
  return best;
}

Column ColumnGuide::understand(std::string_view heading, std::uint32_t number) const {
  Column column{number, fold_space(heading), Field::none, true};
  if (heading.size() > longest_column_heading) return column;
  const std::string whole = in_singular(plain_heading(heading));
  const std::string shorter = in_singular(plain_heading(without_brackets(heading)));
  if (whole.empty()) return column;
  column.field = exact(whole);
  if (column.field == Field::none && !shorter.empty()) column.field = exact(shorter);
  if (column.field != Field::none) return column;
  column.exact = false;
  column.field = mistyped(whole);
  if (column.field == Field::none && !shorter.empty()) column.field = mistyped(shorter);
  if (column.field == Field::none) column.field = contained(whole);
  return column;
}

Field ColumnGuide::named_last(std::string_view heading) const {
  const std::string plain = in_singular(plain_heading(without_brackets(heading.substr(0, longest_column_heading))));
  const std::size_t space = plain.rfind(' ');
  if (space == std::string::npos || std::count(plain.begin(), plain.end(), ' ') >= 4) return Field::none;
  return exact(std::string_view(plain).substr(space + 1));
}

std::vector<std::string> ColumnGuide::near(std::string_view heading) const {
  const std::string plain = plain_heading(heading).substr(0, longest_column_heading);
  std::vector<std::pair<std::size_t, std::string>> ranked;
  for (const Known& each : known_)
    if (each.field != Field::kept) ranked.emplace_back(distance(plain, each.name), each.name);
  std::stable_sort(ranked.begin(), ranked.end(), [](const auto& a, const auto& b) { return a.first < b.first; });
  std::vector<std::string> nearest;
  for (const auto& [apart, name] : ranked) {
    if (nearest.size() == 3 || apart * 2 > plain.size()) break;
    nearest.push_back(name);
  }
  return nearest;
}

namespace {

/// Text of the cell below a heading that spans several columns, joined to the heading above it.
std::vector<std::pair<std::uint32_t, std::string>> headings_of(const Grid& grid, std::size_t first, std::size_t rows) {
  std::vector<std::pair<std::uint32_t, std::string>> headings;
  for (const Cell& each : grid.rows[first].cells) {
    bool parted = false;
    if (rows == 2)
      for (const Cell& below : grid.rows[first + 1].cells)
        if (below.column >= each.column && below.column < each.column + each.column_span) {
          headings.emplace_back(below.column, each.text + " " + below.text);
          parted = true;
        }
    if (!parted && !each.text.empty()) headings.emplace_back(each.column, each.text);
  }
  return headings;
}

/// True where a heading spans columns and the next row parts it, as "Child" over "seen" and "spoken to".
bool parted_below(const Grid& grid, std::size_t row) {
  if (row + 1 >= grid.rows.size() || grid.rows[row + 1].number != grid.rows[row].number + 1) return false;
  std::size_t parted = 0;
  for (const Cell& below : grid.rows[row + 1].cells) {
    const bool under_span = std::any_of(grid.rows[row].cells.begin(), grid.rows[row].cells.end(), [&](const Cell& above) {
      return above.column_span > 1 && below.column >= above.column && below.column < above.column + above.column_span;
    });
    if (!under_span || below.text.size() > 60) return false;
    ++parted;
  }
  return parted > 1;
}

bool holds(const Header& header, Field field) {
  return std::any_of(header.columns.begin(), header.columns.end(), [field](const Column& each) { return each.field == field; });
}

/// Understands headings by their last word alone where the table has no other column of that kind. A date is sought last, and
/// only beside a column that tells what happened: many a table that is no chronology has a date somewhere.
void fill_gaps(Header& header, const ColumnGuide& guide) {
  for (const Field wanted : {Field::event, Field::child_seen, Field::outcome, Field::source, Field::comment, Field::date}) {
    if (holds(header, wanted) || (wanted == Field::date && !holds(header, Field::event))) continue;
    for (Column& each : header.columns) {
      if (each.field != Field::none || guide.named_last(each.heading) != wanted) continue;
      each.field = wanted;
      each.exact = false;
      ++header.score;
      break;
    }
  }
}

Header header_at(const Grid& grid, std::size_t row, const ColumnGuide& guide) {
  Header header;
  header.row = row;
  header.rows = parted_below(grid, row) ? 2 : 1;
  std::vector<Field> seen;
  for (const auto& [number, heading] : headings_of(grid, row, header.rows)) {
    header.columns.push_back(guide.understand(heading, number));
    const Column& column = header.columns.back();
    if (column.field == Field::none) continue;
    if (std::find(seen.begin(), seen.end(), column.field) == seen.end()) header.score += column.exact ? 2 : 1;
    if (column.field != Field::kept) seen.push_back(column.field);
  }
  fill_gaps(header, guide);
  for (std::size_t i = 1; i < header.columns.size(); ++i)
    if (header.columns[i - 1].number > header.columns[i].number)
      std::sort(header.columns.begin(), header.columns.end(), [](const Column& a, const Column& b) { return a.number < b.number; });
  return header;
}

/// How many words the cells of a column have on average below the headings.
double words_of_column(const Grid& grid, const Header& header, const Column& column) {
  std::size_t words = 0, cells = 0;
  for (std::size_t i = header.row + header.rows; i < grid.rows.size(); ++i)
    if (const Cell* cell = grid.rows[i].at(column.number)) {
      words += static_cast<std::size_t>(std::count(cell->text.begin(), cell->text.end(), ' ')) + 1;
      ++cells;
    }
  return cells == 0 ? 0 : static_cast<double>(words) / static_cast<double>(cells);
}

}  // namespace

void take_wordiest_for_event(const Grid& grid, Header& header) {
  if (header.columns.empty() || holds(header, Field::event)) return;
  constexpr double least_words = 2;  // codes and names of types have fewer
  double most = least_words;
  Column* wordiest = nullptr;
  for (Column& each : header.columns) {
    if (each.field != Field::none && each.field != Field::comment) continue;
    const double words = words_of_column(grid, header, each);
    if (words <= most) continue;
    most = words;
    wordiest = &each;
  }
  if (wordiest == nullptr) return;
  wordiest->field = Field::event;
  wordiest->exact = false;
}

Header find_header(const Grid& grid, const ColumnGuide& guide, std::span<const Field> required) {
  Header best;
  for (std::size_t row = 0; row < std::min(grid.rows.size(), rows_searched); ++row) {
    Header header = header_at(grid, row, guide);
    const bool complete = std::all_of(required.begin(), required.end(), [&](Field each) { return holds(header, each); });
    if (complete && header.score > best.score) best = std::move(header);
    // No later row can name more than every column exactly.
    if (best.columns.size() > 2 && best.score == 2 * best.columns.size()) break;
  }
  return best;
}

}  // namespace casewright
