#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "ingest/blocks/source_text.h"
#include "model/document.h"

namespace casewright {

/// A stretch of one line of a text file.
struct TextPiece {
  std::string_view text;
  std::uint32_t at = 0;  ///< where it begins in the source text
};

/// What a Markdown file says once for all its paragraphs.
struct MarkdownNames {
  std::map<std::string, std::string> targets;  ///< of links, by their names in small letters
  std::map<std::string, std::string> notes;    ///< their marks, by their names
};

/// Words of a Markdown file that no reader sees: where a picture lies, what hovers over a link, a tag's attributes.
struct UnseenWords {
  std::string name;      ///< "picture", "title of a link", "tag"
  std::string words;
  std::uint32_t at = 0;  ///< where they begin in the source text
};

/// Reads the words of one block: emphasis, code, links, notes, line breaks, escapes and entities. Every character knows
/// where it stands in the file. HTML tags are left out; what they, links and pictures carry is added to `unseen`.
std::vector<Inline> markdown_words(const SourceText& source, const std::vector<TextPiece>& pieces, const MarkdownNames& names,
                                   std::vector<UnseenWords>& unseen);

/// The address at the front of what stands in a link's brackets: as far as white space, or between < and >.
std::string_view written_address(std::string_view inside);

/// Where each byte of a stretch of the source text came from.
std::vector<OriginStep> steps_in_source(const SourceText& source, std::string_view text, std::uint32_t at);

}  // namespace casewright
