#include "ingest/text/text_tables.h"

#include <algorithm>

namespace casewright {
namespace {

constexpr std::size_t fewest_rows = 3;
constexpr std::size_t widest_line = 400;

bool is_gap(char c) { return c == ' ' || c == '\t'; }

TextCell trimmed(std::string_view line, std::size_t from, std::size_t to) {
  while (from < to && is_gap(line[from])) ++from;
  while (to > from && is_gap(line[to - 1])) --to;
  return {from, to};
}

/// A line by its characters, so that a letter of several bytes is as wide as others.
struct Characters {
  std::string_view line;
  std::vector<std::size_t> at;  ///< the byte at which each begins, and the end

  explicit Characters(std::string_view text) : line(text) {
    for (std::size_t i = 0; i < text.size(); ++i)
      if ((static_cast<unsigned char>(text[i]) & 0xC0) != 0x80) at.push_back(i);
    at.push_back(text.size());
  }
  std::size_t size() const { return at.size() - 1; }
  bool blank(std::size_t character) const { return is_gap(line[at[character]]); }
};

/// The parts of a line that two blanks part, in characters.
std::vector<TextCell> parts_of(const Characters& line) {
  std::vector<TextCell> parts;
  for (std::size_t from = 0; from < line.size();) {
    while (from < line.size() && line.blank(from)) ++from;
    if (from == line.size()) break;
    std::size_t end = from;
    while (end < line.size() && !(line.blank(end) && (end + 1 == line.size() || line.blank(end + 1)))) ++end;
    parts.push_back({from, end});
    from = end;
  }
  return parts;
}

}  // namespace

std::vector<TextCell> piped_cells(std::string_view line) {
  std::vector<TextCell> cells;
  std::size_t from = line.find_first_not_of(" \t");
  if (from == std::string_view::npos) return {};
  if (line[from] == '|') ++from;
  bool any = from > 0 && line[from - 1] == '|';
  for (std::size_t at = from; at <= line.size(); ++at) {
    const bool bar = at < line.size() && line[at] == '|' && (at == 0 || line[at - 1] != '\\');
    any = any || bar;
    if (!bar && at < line.size()) continue;
    const TextCell cell = trimmed(line, from, at);
    if (at < line.size() || cell.to > cell.from) cells.push_back(cell);
    from = at + 1;
  }
  if (!any) cells.clear();
  return cells;
}

bool is_table_rule(std::string_view line) {
  return line.find('-') != std::string_view::npos && line.find('|') != std::string_view::npos && line.find_first_not_of("-:| \t") == std::string_view::npos;
}

std::vector<std::size_t> aligned_columns(const std::vector<std::string_view>& lines) {
  if (lines.size() < fewest_rows) return {};
  std::size_t width = 0, many = 0;
  for (const std::string_view line : lines) {
    if (line.size() > widest_line || line.find('\t') != std::string_view::npos) return {};
    width = std::max(width, line.size());
    many += parts_of(Characters(line)).size() >= 2;
  }
  if (many < fewest_rows || 5 * many < 3 * lines.size()) return {};
  // Blanks that run down through all lines part the columns.
  std::vector<bool> used(width + 2);
  for (const std::string_view line : lines)
    for (const TextCell& part : parts_of(Characters(line)))
      for (std::size_t at = part.from; at < part.to; ++at) used[at] = true;
  std::vector<std::size_t> columns;
  std::size_t blanks = 2;
  for (std::size_t at = 0; at < width; ++at) {
    if (used[at] && blanks >= 2) columns.push_back(at);
    blanks = used[at] ? 0 : blanks + 1;
  }
  if (columns.size() < 2) return {};
  // Each column but the first must be filled in a good part of the lines.
  for (std::size_t column = 1; column < columns.size(); ++column) {
    std::size_t filled = 0;
    for (const std::string_view line : lines)
      if (const TextCell cell = aligned_cells(line, columns)[column]; cell.to > cell.from) ++filled;
    if (4 * filled < lines.size() || filled < 2) return {};
  }
  return columns;
}

std::vector<TextCell> aligned_cells(std::string_view line, const std::vector<std::size_t>& columns) {
  const Characters characters(line);
  const auto byte = [&characters](std::size_t column) { return characters.at[std::min(column, characters.size())]; };
  std::vector<TextCell> cells;
  for (std::size_t column = 0; column < columns.size(); ++column)
    cells.push_back(trimmed(line, byte(columns[column]), column + 1 < columns.size() ? byte(columns[column + 1]) : line.size()));
  return cells;
}

}  // namespace casewright
