#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/grid.h"

namespace casewright {

/// What a column of a chronology or of an action plan holds.
enum class Field : std::uint8_t {
  none,      ///< a heading that nobody knows
  kept,      ///< known, but no part of the model: kept under its heading
  date, end_date, time, sequence, source, event, child_seen, seen_alone, child_seen_or_spoken, child_seen_and_voice,
  child_spoken_to, voice, outcome, comment, recorded_by, contact, key, background, same_as,
  id, recommendation, action, owner, due, status, completed, taken, impact, next, evidence
};

/// A name that agencies give a column, in lower case and without punctuation, and what the column holds.
struct ColumnName {
  std::string_view name;
  Field field;
};

/// The names of the columns of chronologies (DOMAIN.md section 6, F1 to F5 and F12, and what boards added).
std::span<const ColumnName> chronology_columns();
/// The names of the columns of action plans (DOMAIN.md section 6, F7, F10 and F11).
std::span<const ColumnName> action_columns();

/// One column of a table, its heading understood.
struct Column {
  std::uint32_t number = 1;  ///< from 1
  std::string heading;       ///< as written, white space folded
  Field field = Field::none;
  bool exact = false;        ///< false where a small typing error or further words were forgiven
};

/// Where a table's headings stand and what they mean.
struct Header {
  std::size_t row = 0;         ///< index of the first row of headings in Grid::rows
  std::size_t rows = 1;        ///< 2 where a heading is parted into several below it
  std::vector<Column> columns;
  std::size_t score = 0;       ///< how many columns are known, those known exactly twice
};

/// A heading as it is compared: lower case, no punctuation, one space between words.
std::string plain_heading(std::string_view heading);

/// Known names of columns, ready to be compared with headings.
class ColumnGuide {
 public:
  explicit ColumnGuide(std::span<const ColumnName> names);

  /// What a heading means: exact names first (case, punctuation, brackets, line breaks and plurals play no
  /// part), then names with a small typing error, then names within a longer heading.
  Column understand(std::string_view heading, std::uint32_t number) const;
  /// The field whose name is the last word of a short heading: "Entry date", "Who was seen"; `none` where there is none.
  Field named_last(std::string_view heading) const;
  /// Up to three known names that look most like the heading, for a hint.
  std::vector<std::string> near(std::string_view heading) const;

 private:
  struct Known {
    std::string name;  ///< as in the table of names
    std::string plain; ///< its words in the singular
    std::size_t words = 0;
    Field field = Field::none;
  };
  Field exact(std::string_view plain) const;
  Field mistyped(std::string_view plain) const;
  Field contained(std::string_view plain) const;
  std::vector<Known> known_;
};

/// Takes the column with the most words for what happened, where no heading tells it: a log's "Notes".
void take_wordiest_for_event(const Grid& grid, Header& header);

/// The row of headings of a table, sought among its first rows so that titles may stand above it: the one
/// where most columns are known and each of `required` is there. Score 0 where there is none.
Header find_header(const Grid& grid, const ColumnGuide& guide, std::span<const Field> required);

}  // namespace casewright
