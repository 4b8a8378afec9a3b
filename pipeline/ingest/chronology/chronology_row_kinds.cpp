#include "ingest/chronology/chronology_row_kinds.h"

#include <algorithm>

#include "base/among.h"
#include "base/text.h"
#include "base/words.h"

namespace casewright {

/// True where a row has an entry of its own that only a new event brings: who, where from, seen or not, what kind.
bool has_short_entry(const RowCells& cells) {
  constexpr std::size_t most_bytes = 60;
  static constexpr Field telling[] = {Field::source, Field::recorded_by, Field::child_seen, Field::seen_alone, Field::child_seen_or_spoken, Field::child_spoken_to, Field::contact, Field::kept, Field::none};
  return std::any_of(cells.cells.begin(), cells.cells.end(), [](const RowCell& each) {
    if (!each.own || each.column == nullptr) return false;
    return among(telling, each.column->field) && (each.cell->text.size() <= most_bytes || each.column->field == Field::source);
  });
}

/// True where a row says in the place of its date that it goes on with the one above: "(cont'd)".
bool says_continued(const RowCells& cells) {
  return std::any_of(cells.cells.begin(), cells.cells.end(), [](const RowCell& each) {
    return each.own && each.column != nullptr && each.column->field == Field::date && among({"contd", "cont", "continued", "as above contd"}, plain_label(each.cell->text));
  });
}

/// True for a row below the headings that says how dates are written: "dd/mm/yyyy".
bool tells_units(const RowCells& cells) {
  return std::any_of(cells.cells.begin(), cells.cells.end(), [](const RowCell& each) {
    const std::string plain = ascii_lower(each.cell->text);
    return each.own && each.column != nullptr && each.column->field == Field::date && plain.size() >= 6 && plain.find("yy") != std::string::npos &&
           plain.find_first_not_of("dmyh/-. :") == std::string::npos;
  });
}

/// True where the words of what happened begin within a sentence: a row that a page's end broke.
bool goes_on(const RowCells& cells) {
  return std::any_of(cells.cells.begin(), cells.cells.end(), [](const RowCell& each) {
    return each.own && each.column != nullptr && each.column->field == Field::event && !each.cell->text.empty() && each.cell->text[0] >= 'a' && each.cell->text[0] <= 'z';
  });
}

/// True where the row has a cell of its own in its column of dates that tells one.
bool reads_as_day(const RowCells& cells) {
  return std::any_of(cells.cells.begin(), cells.cells.end(), [](const RowCell& each) {
    if (!each.own || each.column == nullptr || each.column->field != Field::date) return false;
    return each.cell->kind == CellKind::date || each.cell->kind == CellKind::date_time || read_when(each.cell->text).problem != WhenRead::Problem::no_date;
  });
}

/// True where the row has any words in a column that tells of an event.
bool says_what_happened(const RowCells& cells) {
  static constexpr Field telling[] = {Field::event, Field::outcome, Field::comment, Field::voice, Field::child_seen_and_voice};
  return std::any_of(cells.cells.begin(), cells.cells.end(), [](const RowCell& each) { return each.column == nullptr || among(telling, each.column->field); });
}

/// True where a row's only words stand in a column of numbers.
bool stands_aside(const RowCells& cells) {
  return std::all_of(cells.cells.begin(), cells.cells.end(), [](const RowCell& each) {
    return !each.own || (each.column != nullptr && each.column->field == Field::sequence && each.cell->text.find(' ') != std::string::npos);
  });
}

/// True for "Total contacts", "Totals:" and the like.
bool is_sum(std::string_view text) {
  const std::string first = plain_label(text.substr(0, 12)).substr(0, 6);
  return first == "total" || first == "total " || first == "totals";
}

bool is_year(std::string_view text) {
  return text.size() == 4 && text.find_first_not_of("0123456789") == std::string_view::npos && (text.starts_with("19") || text.starts_with("20"));
}

/// True for words with which a record closes and that tell no event: "*** End of report ***", "End of chronology", "Report ends".
bool is_closing(std::string_view text) {
  static constexpr std::string_view papers[] = {"report", "chronology", "record", "records", "document", "log", "extract", "entries", "table", "file", "list", "printout", "notes", "summary"};
  std::string plain = ascii_lower(text);
  std::replace_if(plain.begin(), plain.end(), [](char c) { return !(c >= 'a' && c <= 'z'); }, ' ');
  std::vector<std::string> words = words_between_spaces(plain);
  std::erase_if(words, [](const std::string& each) { return each == "the" || each == "this"; });
  if (words.size() == 1) return words[0] == "end" || words[0] == "ends";
  if (words.size() == 2) return among(papers, words[0]) && words[1] == "ends";
  if (words.size() == 4 && among({"agency", "internal", "integrated"}, words[2])) words.erase(words.begin() + 2);
  return words.size() == 3 && words[0] == "end" && words[1] == "of" && among(papers, words[2]);
}

}  // namespace casewright
