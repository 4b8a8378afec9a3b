#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest/blocks/source_text.h"

namespace casewright {

/// One line of a text file without its end.
struct TextLine {
  std::string_view raw;   ///< as it stands
  std::string_view text;  ///< without white space at the ends
  std::uint32_t at = 0;   ///< byte of the source text at which `text` begins
  std::uint32_t indent = 0;
  std::uint32_t page = 0; ///< from 1 where form feeds part pages, else 0
  bool furniture = false; ///< a running header or footer
};

/// Lines that stand together.
using TextGroup = std::vector<TextLine>;

/// The lines of a file in groups that blank lines and page ends part. Headers and footers that come again from page to
/// page are groups of their own, and a paragraph that a page's end parts is one group.
std::vector<TextGroup> groups_of_text(const SourceText& source);

}  // namespace casewright
