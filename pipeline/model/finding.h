#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/span.h"

namespace casewright {

/// How grave a finding is: `block` stops publication, `fix` is mended or justified, `advise` is the writer's choice.
enum class Level : std::uint8_t { advise, fix, block };

/// "block", "fix" or "advise".
std::string_view name_of(Level level);
/// The level of that name.
std::optional<Level> level_of(std::string_view name);

/// A decision of a person to publish in spite of a finding.
struct Waiver {
  std::string rule;
  std::string words;   ///< the exact words it stands for; an edit of them revives the finding
  std::string reason;
  std::string person;
  std::string role;
  Date date;
  Date until;          ///< not known: no end
  std::vector<std::string> places{};  ///< the sentences in which its words may stand, or the things it may be about; none: anywhere
};

/// Where a finding stands, in the reader's terms.
struct Place {
  std::uint32_t page = 0;      ///< from 1, 0 where the format has no pages
  std::string paragraph;       ///< its number, or its count in the document
  std::uint32_t line = 0;      ///< of the source file, 0 where it has no lines
  std::uint32_t offset = 0;    ///< bytes of the file for text and HTML, else of the Prose
  std::uint32_t length = 0;    ///< bytes
  Box box;
};

/// Something about the report that a board must know. It points and does not quote: whoever shows it takes
/// the words from the Prose, masked unless a person asked to see them.
struct Finding {
  std::string rule;            ///< "family/name"
  Level level = Level::advise;
  std::string message;         ///< holds no name from a register
  std::string suggestion;
  std::string rewrite;         ///< words that can take the place of those found as they stand; empty: a person must write
  std::string source;          ///< the law, guidance or house rule it rests on
  std::uint32_t document = 0;  ///< index in the set of documents that were inspected together
  Span span;                   ///< bytes of that document's Prose; empty: the document as a whole
  Place place;
  std::vector<Span> search{};   ///< words of the Prose that a stranger would type to find the family, in that order
  std::string thing{};         ///< what the file carries that it is about, told apart from the others ("picture, in image1.png"); empty: the text
  std::string about;           ///< the file of the case bundle that it is about, "imr/police.xml"; empty: the document itself
  bool quoted = false;         ///< its words are somebody's own, inside quotation marks: never rewritten
  bool secret = false;         ///< its words may identify somebody: masked unless asked for
  std::string identity;        ///< the public name of the register entry it is about, or empty
  std::optional<Waiver> waived;
};

}  // namespace casewright
