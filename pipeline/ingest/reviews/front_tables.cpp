#include "ingest/reviews/front_tables.h"

#include <algorithm>

#include "base/text.h"
#include "ingest/papers/written_prose.h"
#include "ingest/reviews/fact_words.h"

namespace casewright {
namespace {

constexpr std::size_t least_columns = 3;  ///< of a table with labels above what they lead to

std::string label_in(const Block& cell) {
  std::string label = fold_space(lines_of(cell));
  while (!label.empty() && label.back() == ':') label.pop_back();
  return label;
}

Field field_of(const Block& cell) { return meaning_of(label_in(cell)); }

/// The column at which each cell of a row begins.
std::vector<std::size_t> columns_of(const Block& row) {
  std::vector<std::size_t> columns;
  std::size_t at = 0;
  for (const Block& cell : row.children) {
    columns.push_back(at);
    at += cell.cell == nullptr ? 1 : cell.cell->columns;
  }
  return columns;
}

/// True for a row with a cell for each column, more than one of them with words behind the first.
bool has_columns(const Block& row, std::size_t columns) {
  if (row.children.size() != columns) return false;
  return std::count_if(row.children.begin() + 1, row.children.end(), [](const Block& cell) { return !label_in(cell).empty(); }) > 1;
}

/// True where the first row holds the labels of the columns below it, and no label with its value.
bool heads_columns(const Block& first, const Block& second) {
  if (first.children.size() < least_columns || second.children.empty()) return false;
  std::size_t known = 0, said = 0;
  for (const Block& cell : first.children) {
    if (label_in(cell).empty()) continue;
    ++said;
    known += field_of(cell) != Field::none ? 1 : 0;
  }
  const bool second_known = field_of(first.children[1]) != Field::none;
  const bool first_known = label_in(first.children[0]).empty() || field_of(first.children[0]) != Field::none;
  return first_known && second_known && known * 2 > said && known >= 2;
}

/// A row of labels with their values beside them. Cells behind a value and before the next label belong to the label.
void side_by_side(const Block& row, FrontRow& made) {
  for (std::size_t at = 0; at < row.children.size(); at += 2) {
    const bool has_value = at + 1 < row.children.size();
    const Field field = has_value ? field_of(row.children[at]) : Field::none;
    if (field != Field::none) {
      made.told.push_back({field, &row.children[at + 1], label_in(row.children[at])});
      continue;
    }
    made.loose.push_back(&row.children[at]);
  }
}

}  // namespace

std::vector<FrontRow> rows_of_front(const Block& table) {
  std::vector<const Block*> rows;
  for (const Block& row : table.children)
    if (row.kind == BlockKind::row && !row.children.empty()) rows.push_back(&row);
  std::vector<FrontRow> all;
  const bool headed = rows.size() > 1 && heads_columns(*rows[0], *rows[1]);
  std::vector<Field> fields;
  std::vector<std::size_t> columns;
  bool signs = false;
  if (headed) {
    columns = columns_of(*rows[0]);
    for (const Block& cell : rows[0]->children) {
      fields.push_back(label_in(cell).empty() ? Field::none : field_of(cell));
      signs = signs || plain_label(label_in(cell)).starts_with("sign");
    }
  }
  for (std::size_t at = headed ? 1 : 0; at < rows.size(); ++at) {
    const Block& row = *rows[at];
    FrontRow made;
    const Field first = field_of(row.children[0]);
    const bool own_label = first != Field::none && !(headed && has_columns(row, columns.size()));
    if (!headed || own_label) {
      side_by_side(row, made);
      // "Agreed by | Ann Lea, Chief Nurse | 15 January 2024"
      if (row.children.size() == 3 && made.told.size() == 1 && made.loose.size() == 1 && is_day(lines_of(row.children[2]))) made.told.push_back({Field::date, made.loose[0], ""}), made.loose.clear();
    } else {
      const std::vector<std::size_t> places = columns_of(row);
      made.person = std::find(fields.begin(), fields.end(), Field::name) != fields.end();
      made.role = fields[0] == Field::none && first != Field::none ? first : signs ? Field::signer : Field::none;
      for (std::size_t cell = 0; cell < row.children.size(); ++cell) {
        const auto place = std::find(columns.begin(), columns.end(), places[cell]);
        const Field field = place == columns.end() ? Field::none : fields[static_cast<std::size_t>(place - columns.begin())];
        if (field != Field::none) made.told.push_back({field, &row.children[cell], ""});
      }
    }
    all.push_back(std::move(made));
  }
  return all;
}

}  // namespace casewright
