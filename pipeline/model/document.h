#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/dates.h"
#include "base/span.h"
#include "model/scene.h"

namespace casewright {

/// How a run of text is set; several hold at once.
enum class Mark : std::uint8_t {
  strong = 1,
  emphasis = 2,
  superscript = 4,
  subscript = 8,
  underline = 16,
  struck = 32,
  uncertain = 64,  ///< a human must look at these words before publication; never guessed away
  faint = 128,     ///< stands out too little from what lies behind it; told by readers, never written
};

/// A set of Marks.
struct Marks {
  std::uint8_t bits = 0;
  bool has(Mark mark) const { return (bits & static_cast<std::uint8_t>(mark)) != 0; }
  Marks with(Mark mark) const { return {static_cast<std::uint8_t>(bits | static_cast<std::uint8_t>(mark))}; }
  bool operator==(const Marks&) const = default;
};

/// From byte `at` of a run's text on, characters come from `origin`; `steps` says whether the origin's `at`
/// moves along with the bytes (HTML and text) or with the characters (PDF glyphs, office parts) or stays
/// (XML lines).
struct OriginStep {
  enum class Steps : std::uint8_t { stays, by_byte, by_character };
  std::uint32_t at = 0;
  Origin origin;
  Steps steps = Steps::stays;
  bool operator==(const OriginStep&) const = default;
};

/// What one inline is.
enum class InlineKind : std::uint8_t { text, line_break, note_reference };

/// A run of words set alike; links are runs with a target, so that a tree of inlines is never needed.
struct Inline {
  InlineKind kind = InlineKind::text;
  Marks marks;
  std::string text;
  std::string target;    ///< of a link: URL or "#id"; of a note reference: the note's id
  std::string language;  ///< BCP 47, only where it differs from the block's
  std::vector<OriginStep> origins;  ///< sorted by `at`; empty where nothing is known

  /// Where the character at byte `at` of `text` came from.
  Origin origin_at(std::uint32_t at) const;
};

/// What one block is.
enum class BlockKind : std::uint8_t {
  title, subtitle, heading, paragraph, list, list_item, table, row, cell, figure, caption,
  quote, note, contents, furniture, to_write,
};

/// The name of a kind in the text form and in messages ("list item").
std::string_view name_of(BlockKind kind);

/// What only a table cell knows.
struct CellShape {
  std::uint16_t columns = 1;  ///< how many columns it spans
  std::uint16_t rows = 1;     ///< how many rows it spans
  bool header = false;
};

/// A picture: a drawing of our own or the bytes of an image, always with what it says in words.
struct Picture {
  std::string alternative;  ///< alternative text; empty only where `decorative`
  bool decorative = false;
  std::shared_ptr<const Scene> scene;  ///< a drawing, or null
  std::string media_type;              ///< of `bytes`, such as "image/png"
  std::string bytes;
};

/// One block of a document with the blocks inside it.
///
/// list: children are list_items; list_item, quote, note, figure: `inlines` first, then children;
/// table: an optional caption, then rows; row: cells; contents: a list; to_write: `inlines` say what is
/// missing. Headings stand flat in the document, their depth is `level`.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;      ///< heading 1 to 6
  bool ordered = false;        ///< list
  std::string id;              ///< anchor, unique in the document, or empty
  std::string section;         ///< canonical section names of a heading, separated by spaces (DESIGN.md 6)
  std::string number;          ///< "3.2" of a numbered heading or paragraph; the marker of a list item
  std::string language;        ///< BCP 47, only where it differs from the document's
  std::vector<Inline> inlines;
  std::vector<Block> children;
  std::unique_ptr<CellShape> cell;    ///< only in cells that need it
  std::shared_ptr<const Picture> picture;  ///< only in figures
  std::uint32_t page = 0;      ///< from 1; 0 where the format has none
  Box box;

  Block() = default;
  explicit Block(BlockKind which) : kind(which) {}
  Block(const Block& other);
  Block& operator=(const Block& other);
  Block(Block&&) noexcept = default;
  Block& operator=(Block&&) noexcept = default;
  ~Block() = default;

  /// All words of this block's own inlines, without those of its children.
  std::string text() const;
};

/// Which of a review's documents this is.
///
/// paper: a paper of the board's own on the way to a report, such as the record of a decision; never published.
enum class DocumentRole : std::uint8_t { report, summary, response, brief, chronology, register_, paper, legacy };

/// What a reader reads: one tree of blocks, with what a file says of itself.
struct Document {
  std::string title;
  std::string language = "en-GB";
  DocumentRole role = DocumentRole::legacy;
  std::string board;        ///< who publishes it
  std::string code;         ///< the review's code, "child-k"
  Date date;                ///< on its cover
  std::string regime;       ///< the code of DOMAIN.md section 1, or empty
  std::string file;         ///< the path it was read from, empty for a document of our own making
  std::vector<std::string> sources{""};  ///< what Origin::source points at; 0 is "ours"
  std::vector<Block> blocks;
};

/// Calls `visit(block, depth)` for each block in reading order, without recursion.
template <class Blocks, class Visit>
void walk(Blocks& blocks, Visit visit) {
  using Pointer = decltype(blocks.data());
  struct Step { Pointer next; Pointer end; };
  std::vector<Step> open{{blocks.data(), blocks.data() + blocks.size()}};
  while (!open.empty()) {
    if (open.back().next == open.back().end) {
      open.pop_back();
      continue;
    }
    auto& block = *open.back().next++;
    visit(block, open.size() - 1);
    if (!block.children.empty())
      open.push_back({block.children.data(), block.children.data() + block.children.size()});
  }
}

/// A block of one run of plain text.
Block text_block(BlockKind kind, std::string text);
/// A run of plain text.
Inline text_inline(std::string text);

}  // namespace casewright
