#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/span.h"

namespace casewright {

/// What a file carries beside the page that a reader sees.
enum class CarriedKind : std::uint8_t {
  metadata, comment, revision, hidden_text, layer, attachment, image, link, script, form_value, tag, private_data,
};

/// The name of a kind as a person reads it ("hidden text").
std::string_view name_of(CarriedKind kind);

/// The room that taken words have left, and how wide letters are there: what tells which names would fit.
struct LeftRoom {
  float width = 0;                        ///< points
  float exact = 0;                        ///< how far a width may be off
  std::array<float, 95> letters{};        ///< the widths of the letters from blank to tilde
};

/// True where the name, set in those letters, is as wide as the room.
bool fits(const LeftRoom& room, std::string_view name);

/// One thing that a file carries.
struct Carried {
  CarriedKind kind = CarriedKind::metadata;
  std::string name;    ///< "author", "meta name=keywords", the attachment's file name
  std::string text;    ///< the words in it, UTF-8
  std::string author;  ///< of a comment or revision
  Origin origin;
  std::uint32_t page = 0;
  Box box;
  std::string risk = {};    ///< the rule of the family redaction that judges it ("text-under-shape"); empty: none of its own
  std::string how = {};     ///< how it is hidden or carried, quoting nothing: "under a black shape"
  bool deliberate = false;  ///< somebody meant to hide it, so that it is grave whatever its words say
  bool harmless = false;    ///< such as stands in many a file: blamed only where a register's name or an identifier is in it
  std::uint32_t extent = 0; ///< how many characters of the part it covers from its origin on; 0: not told
  std::shared_ptr<const LeftRoom> room = {};  ///< of a bar in place of words
};

/// A condition of a standard for accessible files that the file breaks, at one place.
struct BrokenCondition {
  std::string condition;  ///< clause and number of the test on it, "7.2-29" of ISO 14289-1
  std::uint32_t page = 0;
  std::string path;       ///< of tags, "Document > Table[2] > TR"
  std::string detail;     ///< what stands there, in a few words that hold no text of the report
  std::uint32_t count = 1;
};

/// What a file carries besides its Document: metadata, comments, hidden text, attachments and the like.
struct Container {
  std::string format;       ///< "html", "txt", "docx"
  bool says_of_itself = true;  ///< such a file has places of its own for its title and its language
  bool by_line = false;        ///< a place in such a file is a line and a byte of it
  std::uint64_t bytes = 0;  ///< the size of the file
  std::string sha256;       ///< of the file, lower-case hexadecimal
  std::vector<Carried> items;
  std::vector<BrokenCondition> broken;  ///< of a PDF that was looked at for them, by clause
};

}  // namespace casewright
