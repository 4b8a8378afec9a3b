#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace casewright::csv {

/// The rows of a file of separated values, each a run of fields.
class Rows {
 public:
  /// How many rows there are; an empty line is an empty row, so that numbers agree with a spreadsheet.
  std::size_t size() const { return ends_.size(); }
  /// How many fields a row has, from 0.
  std::size_t width(std::size_t row) const { return ends_[row] - begin(row); }
  std::string_view field(std::size_t row, std::size_t column) const {
    const Span& span = fields_[begin(row) + column];
    return std::string_view(text_).substr(span.begin, span.length());
  }
  /// The row, from 1, with a quotation mark that is never closed; 0 where all are.
  std::uint32_t open_quote = 0;

  void add_field(std::string_view text);
  void end_row() { ends_.push_back(fields_.size()); }
  /// Forgets the fields that were added since the last row ended.
  void drop_open_row() { fields_.resize(ends_.empty() ? 0 : ends_.back()); }

 private:
  std::size_t begin(std::size_t row) const { return row == 0 ? 0 : ends_[row - 1]; }
  std::string text_;
  std::vector<Span> fields_;
  std::vector<std::size_t> ends_;
};

/// Reads UTF-8 text. Quoted fields may hold separators, line breaks and doubled quotation marks. From a row
/// whose quotation mark is never closed the rest is read line by line, marks and all.
Rows read(std::string_view text, char separator);

}  // namespace casewright::csv
