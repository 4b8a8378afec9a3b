#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "model/document.h"

namespace casewright {

/// Where a paragraph stands in a list that the program counts.
struct ListPlace {
  std::string list;         ///< which list; its counting goes on wherever it comes again
  std::uint8_t level = 0;   ///< from 0
  std::string mark;         ///< "3.2", "(iv)", a bullet
  bool bullet = false;
  bool restarted = false;   ///< counting begins anew here
  std::uint8_t parts = 1;   ///< how many levels the mark shows
  bool decimal = false;
  int left = 0;             ///< indent in twentieths of a point
};

/// What a paragraph's style says it is.
enum class OfficeRole : std::uint8_t { body, title, subtitle, heading, contents_heading, contents_entry, caption, quote, list };

/// One paragraph of an office file, or a block that is finished (a table, a figure), with all that tells what it is.
struct OfficeParagraph {
  Block block;               ///< words, page and language; of a finished block all of it
  bool finished = false;
  OfficeRole role = OfficeRole::body;
  int level = 0;             ///< of a heading or an entry of the contents, from 1; 0 where its style does not say
  bool heading_by_name = false;  ///< the style's name says heading, and no more
  std::optional<ListPlace> place;
  float size = 0;            ///< points, of most of its characters
  float strong_share = 0;    ///< of its characters, 0 to 1
  float emphasis_share = 0;
  bool in_item = false;      ///< goes on in the list item of the paragraph before it
  bool centred = false;
  bool leader_tab = false;
  bool in_contents = false;  ///< stands in a field or frame that is the contents
  int left = 0, right = 0, first_line = 0;  ///< twentieths of a point
  std::size_t first_tab = std::string::npos, last_tab = std::string::npos;  ///< bytes of the words
  std::uint32_t gaps = 0;    ///< tabs, or blanks as wide as one, that part its words
  bool capitals = false;     ///< set in capitals by its looks
  bool justified = false;    ///< its lines are as wide as the column
  std::vector<std::string> bookmarks;
};

/// The paragraphs of one story (the body, a cell, a note) in the order of reading.
using OfficeFlow = std::vector<OfficeParagraph>;

/// What a paragraph is by the lower-case names of its style and of those that one is based on, the nearest first.
void take_role(OfficeParagraph& paragraph, const std::vector<std::string>& names);

/// What is wrong with the headings and lists of a file for those who hear it.
struct SemanticFaults {
  std::vector<std::size_t> by_looks;  ///< headings that no style calls so: which of all headings, from 1
  std::uint32_t empty = 0;            ///< headings without words
  std::uint32_t typed_items = 0;      ///< lines that begin with a typed sign where the program could set one
  std::uint32_t typed_tables = 0;     ///< lines one below the other whose columns are parted by tabs or blanks
  std::uint32_t blanks = 0;           ///< places where empty paragraphs in a row make room
  std::uint32_t justified = 0;        ///< paragraphs of some length whose lines are as wide as the column
  std::uint32_t capitals = 0;         ///< paragraphs of some length in capitals by their looks
  std::uint32_t tiny = 0;             ///< paragraphs in very small letters
};

/// Makes the tree that a reader sees of the body's paragraphs: headings (also those that only look like one), contents,
/// lists, numbered paragraphs, captions, quotations.
std::vector<Block> blocks_of_body(OfficeFlow flow, SemanticFaults& faults);
/// The same for a cell, a note or an edge of the page, where nothing is a heading by its looks alone.
std::vector<Block> blocks_of_story(OfficeFlow flow);

/// Puts the blocks into `into`: the words of a single paragraph become its own, else all are children.
void fill_from(Block& into, std::vector<Block> blocks);

}  // namespace casewright
