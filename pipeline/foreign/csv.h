#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casewright::csv {

/// The rows of a file of separated values, each a list of fields.
struct Rows {
  std::vector<std::vector<std::string>> rows;  ///< an empty line is an empty row, so that numbers agree with a spreadsheet
  std::uint32_t open_quote = 0;  ///< the row, from 1, with a quotation mark that is never closed; 0 where all are
};

/// Reads UTF-8 text. Quoted fields may hold separators, line breaks and doubled quotation marks. From a row
/// whose quotation mark is never closed the rest is read line by line, marks and all.
Rows read(std::string_view text, char separator);

}  // namespace casewright::csv
