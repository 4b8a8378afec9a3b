#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// `text` without the white space (ASCII and no-break) at both ends.
std::string_view trim(std::string_view text);
/// `text` trimmed, each run of white space inside made one space.
std::string fold_space(std::string_view text);
/// The parts between the separators, empty ones kept.
std::vector<std::string_view> split(std::string_view text, char separator);
/// The parts joined with `between`.
std::string join_text(const std::vector<std::string>& parts, std::string_view between);
/// "a", "a and b", "a, b and c".
std::string list_in_words(const std::vector<std::string>& parts);
/// ASCII letters lowered, all else as it is.
std::string ascii_lower(std::string_view text);
/// Every occurrence of `what` replaced by `by`.
std::string replace_every(std::string_view text, std::string_view what, std::string_view by);
/// `text` with &, <, > and " written as entities, fit for XML and HTML text and attributes.
std::string escape_markup(std::string_view text);

/// One character of UTF-8 text.
struct CodePoint {
  char32_t value = 0;
  std::uint8_t bytes = 1;  ///< how many bytes it takes
  bool valid = true;       ///< false for a byte that is no UTF-8; `value` is then U+FFFD
};

/// The character that begins at byte `at`; `at` must lie inside `text`.
CodePoint code_point_at(std::string_view text, std::size_t at);
/// Appends the character as UTF-8.
void append_utf8(std::string& text, char32_t value);
/// True where all bytes are well-formed UTF-8.
bool is_utf8(std::string_view text);
/// How many characters well-formed UTF-8 text has.
std::size_t count_characters(std::string_view text);

}  // namespace casewright
