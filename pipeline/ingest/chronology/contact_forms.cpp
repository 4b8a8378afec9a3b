#include "ingest/chronology/contact_forms.h"

#include <algorithm>
#include <string>
#include <utility>

#include "base/among.h"
#include "base/text.h"
#include "ingest/values/labels.h"
#include "ingest/values/when.h"

namespace casewright {
namespace {

constexpr std::size_t most_rows_of_form = 40;
constexpr std::size_t least_known = 3;

/// What a form says: each label with what stands beside it.
using Entries = std::vector<std::pair<std::string, const Cell*>>;

/// True where what stands beside a label is its answer: no label itself, and a date where it asks for one.
bool answers(const LabelGuide& guide, Field field, const std::string& value) {
  const LabelGuide::Meaning meaning = guide.understand(value);
  static constexpr Field plain_words[] = {Field::none, Field::sequence, Field::kept};  // "No", "Adult"
  if (meaning.exact && !among(plain_words, meaning.field)) return false;
  return field != Field::date || read_when(value).problem != WhenRead::Problem::no_date;
}

/// The entries of a table of labels and what they ask for, two columns or four; nothing for any other table.
Entries entries_of(const Grid& grid) {
  if (grid.rows.empty() || grid.rows.size() > most_rows_of_form) return {};
  const LabelGuide& guide = LabelGuide::of("chronology");
  Entries entries;
  std::vector<Field> fields;
  std::size_t unknown = 0;
  for (const Row& row : grid.rows) {
    if (row.cells.size() > 4) return {};
    if (row.cells.size() == 1) continue;  // a title, or a label whose answer is empty
    for (std::size_t at = 0; at + 1 < row.cells.size(); at += 2) {
      const Field field = guide.understand(row.cells[at].text).field;
      if (field != Field::none && !answers(guide, field, row.cells[at + 1].text)) return {};
      if (field == Field::none) ++unknown;
      else fields.push_back(field);
      entries.emplace_back(fold_space(row.cells[at].text), &row.cells[at + 1]);
    }
  }
  // The same label twice is a column of a table and no form's.
  std::vector<std::string> labels;
  for (const auto& [label, cell] : entries) labels.push_back(plain_label(label));
  std::sort(labels.begin(), labels.end());
  const bool twice = std::adjacent_find(labels.begin(), labels.end()) != labels.end();
  const bool is_form = !twice && among(fields, Field::date) && fields.size() >= least_known && fields.size() > unknown;
  return is_form ? entries : Entries{};
}

class Forms {
 public:
  void add(const Grid& grid, const Entries& entries) {
    Row row;
    row.number = grid.rows.front().number;
    for (const auto& [label, value] : entries) {
      Cell cell = *value;
      cell.column = column_of(label);
      cell.column_span = cell.row_span = 1;
      row.cells.push_back(std::move(cell));
    }
    std::sort(row.cells.begin(), row.cells.end(), [](const Cell& a, const Cell& b) { return a.column < b.column; });
    rows_.push_back(std::move(row));
  }

  Grid take() {
    Grid all;
    Row names;
    names.number = rows_.front().number;
    for (std::size_t at = 0; at < labels_.size(); ++at) {
      Cell cell;
      cell.column = static_cast<std::uint32_t>(at + 1);
      cell.text = labels_[at];
      names.cells.push_back(std::move(cell));
    }
    all.rows.push_back(std::move(names));
    for (Row& each : rows_) all.rows.push_back(std::move(each));
    return all;
  }

 private:
  std::uint32_t column_of(const std::string& label) {
    const auto same = std::find_if(labels_.begin(), labels_.end(), [&](const std::string& each) { return plain_label(each) == plain_label(label); });
    if (same != labels_.end()) return static_cast<std::uint32_t>(same - labels_.begin()) + 1;
    labels_.push_back(label);
    return static_cast<std::uint32_t>(labels_.size());
  }

  std::vector<std::string> labels_;
  std::vector<Row> rows_;
};

}  // namespace

std::optional<std::vector<Grid>> with_forms_as_rows(const std::vector<Grid>& grids) {
  std::vector<Entries> entries;
  for (const Grid& each : grids) entries.push_back(entries_of(each));
  const auto first = std::find_if(entries.begin(), entries.end(), [](const Entries& each) { return !each.empty(); });
  if (first == entries.end()) return std::nullopt;
  Forms forms;
  for (std::size_t at = 0; at < grids.size(); ++at)
    if (!entries[at].empty()) forms.add(grids[at], entries[at]);
  std::vector<Grid> all;
  for (std::size_t at = 0; at < grids.size(); ++at) {
    if (entries[at].empty()) all.push_back(grids[at]);
    else if (&entries[at] == &*first) all.push_back(forms.take());
  }
  return all;
}

}  // namespace casewright
