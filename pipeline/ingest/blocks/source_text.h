#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.h"
#include "base/span.h"
#include "base/world.h"
#include "model/container.h"

namespace casewright {

/// A text file as UTF-8 that still knows from which byte of the file each character came.
class SourceText {
 public:
  std::string text;      ///< well-formed UTF-8 without a byte order mark, line ends as they stand
  std::string encoding;  ///< "utf-8", "utf-16le", "utf-16be", "utf-32le", "utf-32be", "windows-1252" or what the page says
  std::uint32_t replaced = 0;  ///< bytes that stand for no character and became U+FFFD
  std::uint32_t guessed = 0;   ///< bytes that are no UTF-8 and were taken for Windows-1252, which nothing says they are
  std::uint32_t odd_at = 0;    ///< where in the text the first of those stands that were replaced or guessed

  /// The byte of the file from which byte `at` of the text came.
  std::uint32_t byte_of(std::uint32_t at) const;
  /// True where the text's bytes are those of the file, one after another.
  bool unchanged() const { return bytes_of_.empty(); }
  /// The line, from 1, on which byte `at` of the text stands.
  std::uint32_t line_of(std::uint32_t at) const;
  /// Line and byte of the file as an Origin of that source.
  Origin origin(std::uint32_t source, std::uint32_t at) const { return {source, line_of(at), byte_of(at)}; }

 private:
  friend Result<SourceText> decode_text(std::string_view bytes, const Path& file, bool is_html);
  void put(char32_t character, std::uint32_t from);
  void put_guessed(char32_t character, std::uint32_t from);
  void find_lines();
  std::uint32_t shift_ = 0;              ///< bytes of a mark before the text, where all else stands unchanged
  std::vector<std::uint32_t> bytes_of_;  ///< for each byte of the text; empty where only the shift counts
  std::vector<std::uint32_t> lines_;     ///< where each line begins
};

/// Decodes by byte order mark, by what a page says of itself, else UTF-8 with Windows-1252 for every byte that
/// is no UTF-8. NULs, which no text has, become U+FFFD. A fault where the bytes are no text.
Result<SourceText> decode_text(std::string_view bytes, const Path& file, bool is_html);

/// Tells the container what was guessed of the letters of its file, and what could not be read at all.
void tell_guesses(const SourceText& source, Container& container);

}  // namespace casewright
