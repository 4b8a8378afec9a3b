#include "ingest/grids/grid_csv.h"

#include <algorithm>
#include <array>

#include "base/text.h"
#include "foreign/csv.h"
#include "foreign/encoding.h"

namespace casewright {
namespace {

/// How many of that separator stand in each of the first lines, those inside quotation marks left out.
std::vector<std::size_t> counts_per_row(std::string_view text, char separator) {
  std::vector<std::size_t> counts{0};
  bool quoted = false;
  for (const char c : text.substr(0, 64u << 10)) {
    if (c == '"') quoted = !quoted;
    if (quoted) continue;
    if (c == separator) ++counts.back();
    if (c == '\n') {
      if (counts.size() == 200) break;
      counts.push_back(0);
    }
  }
  return counts;
}

/// How evenly the separator parts the lines: the largest number of lines that have the same, non-zero count.
std::size_t evenness(std::string_view text, char separator) {
  std::vector<std::size_t> counts = counts_per_row(text, separator);
  std::erase(counts, 0u);
  std::sort(counts.begin(), counts.end());
  std::size_t best = 0;
  for (std::size_t i = 0; i < counts.size();) {
    std::size_t j = i;
    while (j < counts.size() && counts[j] == counts[i]) ++j;
    // Many columns are better evidence than many lines of prose with one comma each.
    best = std::max(best, (j - i) * std::min<std::size_t>(counts[i], 8));
    i = j;
  }
  return best;
}

/// The separator that the text names itself ("sep=;", as Excel writes), else the most even one.
char sniff_separator(std::string_view& text) {
  if (text.size() > 5 && ascii_lower(text.substr(0, 4)) == "sep=" && (text[5] == '\n' || text[5] == '\r')) return text[4];
  constexpr std::array<char, 4> separators{',', ';', '\t', '|'};
  char best = ',';
  std::size_t most = 0;
  for (const char each : separators) {
    const std::size_t even = evenness(text, each);
    if (even > most) {
      most = even;
      best = each;
    }
  }
  return best;
}

void tell_encoding(const encoding::Decoded& decoded, const Path& file, Faults& faults) {
  if (decoded.replaced != 0)
    faults.push_back({file, 0, 0, std::to_string(decoded.replaced) + " characters of this file could not be read",
                      "save it again as CSV UTF-8"});
  if (decoded.name == "mixed")
    faults.push_back({file, 0, 0, "some lines of this file are UTF-8 and some Windows-1252; each was read as what it is",
                      "look at the accents and dashes, or save the file again as CSV UTF-8"});
}

Row grid_row(const csv::Rows& rows, std::size_t index) {
  Row row;
  row.number = static_cast<std::uint32_t>(index + 1);
  row.cells.reserve(rows.width(index));
  for (std::size_t i = 0; i < rows.width(index); ++i) {
    std::string text = cell_text(rows.field(index, i));
    if (text.empty()) continue;
    Cell& cell = row.cells.emplace_back();
    cell.text = std::move(text);
    cell.column = static_cast<std::uint32_t>(i + 1);
  }
  return row;
}

}  // namespace

Result<std::vector<Grid>> read_csv(std::string_view bytes, const Path& file) {
  const encoding::Decoded decoded = encoding::to_utf8(bytes);
  Faults faults;
  tell_encoding(decoded, file, faults);
  std::string_view text = decoded.text;
  const csv::Rows read = csv::read(text, sniff_separator(text));
  if (read.size() > GridLimits::rows)
    return Fault{file, 0, 0, "this file has more rows than a spreadsheet can hold", "split it"};
  if (read.open_quote != 0)
    faults.push_back({file, read.open_quote, 0, "a quotation mark opens in this row and never closes; from here on each line was read as a row",
                      "close the quotation mark, or double it where it belongs to the text"});
  std::vector<Grid> grids(1);
  for (std::size_t i = 0; i < read.size(); ++i) {
    if (read.width(i) > GridLimits::columns)
      return Fault{file, static_cast<std::uint32_t>(i + 1), 0, "this row has more than 1,024 columns", "check the separators"};
    Row row = grid_row(read, i);
    if (i == 0 && row.cells.size() == 1 && ascii_lower(row.cells[0].text).starts_with("sep=")) continue;
    if (!row.cells.empty()) grids[0].rows.push_back(std::move(row));
  }
  return {std::move(grids), std::move(faults)};
}

}  // namespace casewright
