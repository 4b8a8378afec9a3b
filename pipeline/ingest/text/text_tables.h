#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace casewright {

/// A stretch of a line, by its first byte and the byte behind its last.
struct TextCell {
  std::size_t from = 0, to = 0;
};

/// The cells of a line whose cells bars part ("| a | b |"); none where it holds no bar.
std::vector<TextCell> piped_cells(std::string_view line);
/// True for the line that parts a table's head from its rows: "|---|:--:|".
bool is_table_rule(std::string_view line);

/// Columns of words that blanks align over several lines: the character at which each begins, none where the lines are no
/// table. A line is given as it stands, with the blanks before it.
std::vector<std::size_t> aligned_columns(const std::vector<std::string_view>& lines);
/// The cells of a line in those columns, an empty one where it has no words there.
std::vector<TextCell> aligned_cells(std::string_view line, const std::vector<std::size_t>& columns);

}  // namespace casewright
