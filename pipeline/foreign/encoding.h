#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace casewright::encoding {

/// Text as UTF-8, and what it was before.
struct Decoded {
  std::string text;          ///< well-formed UTF-8 without a byte order mark
  std::string_view name;     ///< "UTF-8", "UTF-16LE", "UTF-16BE", "UTF-32LE", "UTF-32BE", "windows-1252" or "mixed"
  std::uint32_t replaced = 0;  ///< characters that could not be read and became U+FFFD
};

/// Any text file as UTF-8: told by its byte order mark, else by its bytes. What is neither UTF-8 nor UTF-16
/// is Windows-1252; lines of both kinds in one file ("mixed") are each read as what they are.
Decoded to_utf8(std::string_view bytes);

}  // namespace casewright::encoding
