#pragma once

#include <string>
#include <vector>

#include "foreign/pdf/pdf_scan.h"
#include "model/document.h"

// What stands on a page of a PDF, from words up to tables, as the steps of layout recovery hand it on:
// pdf_words, pdf_ruled_tables, pdf_furniture, pdf_regions, pdf_notes, pdf_loose_tables, and then pdf_blocks.
namespace casewright {

/// A word as it stands on a page: glyphs painted in a row.
struct LaidWord {
  Box box;
  float baseline = 0, size = 0;
  std::uint32_t first_glyph = 0;  ///< on its page; the next characters are the next glyphs where `exact`
  std::uint32_t rgb = 0;
  bool exact = true;
  bool strong = false, emphasis = false;
  bool spaced = false;            ///< a blank is painted before it
  bool raised = false;            ///< a small number above the line: the mark of a note
  bool superscript = false, subscript = false;
  bool slanted = false;           ///< lies across the page
  bool uncertain = false;         ///< read off a picture with little confidence
  std::string text;
  std::string target;             ///< of a link
};

/// Words on one line of a page, from left to right.
struct LaidLine {
  std::vector<LaidWord> words;
  Box box;
  float baseline = 0, size = 0;
  bool strong = false, emphasis = false;  ///< all its words are
  bool capitals = false;          ///< all its letters are, and there are some
  bool underlined = false;        ///< a rule as long as it is runs below it
  std::uint32_t rgb = 0;          ///< of most of its letters
  std::uint32_t page = 0;
  float column_left = 0, column_right = 0;  ///< the edges of the column that it stands in
  std::string text;               ///< without raised marks
};

/// A straight line on the page that is no part of a letter: from `from` to `to` along it, at `at` across it.
struct LaidRule {
  float from = 0, to = 0, at = 0;
  bool drawn = true;              ///< not only the edge of a shade
};

/// One cell of a table, with the lines in it.
struct LaidCell {
  std::uint16_t row = 0, column = 0, rows = 1, columns = 1;
  std::vector<LaidLine> lines;
};

/// A table on one page.
struct LaidTable {
  Box box;
  std::vector<float> edges;       ///< where its columns begin, and where the last ends
  std::uint16_t rows = 0, columns = 0, header_rows = 0;
  std::vector<LaidCell> cells;     ///< by row, then column
};

/// What one item of a page's flow is.
enum class FlowKind : std::uint8_t { line, note, contents, table, picture };

/// One step of reading a page.
struct FlowItem {
  FlowKind kind = FlowKind::line;
  LaidLine line;                   ///< of a line, also of a note or the contents
  std::size_t table = 0;          ///< index into LaidPage::tables
  Box box;
  bool opens_region = false;      ///< the first of its column
  bool titles_contents = false;   ///< names the contents that begin below it
  bool goes_on = false;           ///< the rest of an entry of the contents
};

/// A page on its way from glyphs to blocks.
struct LaidPage {
  std::uint32_t number = 0;
  float width = 0, height = 0;    ///< as a reader holds it: the way its text runs
  pdf::Direction direction = pdf::Direction::right;  ///< how its text runs on the page as it is shown
  std::vector<LaidLine> rows;      ///< whole rows, top to bottom, until regions_of makes the flow
  std::vector<LaidLine> furniture; ///< taken out of the rows
  std::vector<LaidTable> tables;
  std::vector<Box> pictures;
  std::vector<LaidRule> across, down;  ///< rules that are no part of a ruled table
  std::vector<FlowItem> flow;
  std::string hidden;             ///< off the page, in invisible ink or in a layer that is switched off
  std::size_t letters = 0;        ///< visible ones
  std::size_t unknown = 0;        ///< of these: without a Unicode map
  bool scanned = false;           ///< a picture fills it
  bool cut_short = false;
};

/// An entry of the document's own table of contents.
struct ContentsEntry {
  std::string text;
  std::uint8_t level = 0;         ///< from 1; 0 where nothing tells
};

/// What is usual in this document; every threshold is a multiple of one of these.
struct LayoutMeasures {
  float body = 10;                ///< size of most letters
  float pitch = 12;               ///< from line to line inside a paragraph
  std::uint32_t rgb = 0;          ///< colour of most letters
  bool strong = false;            ///< most letters are bold
  bool one_weight = false;        ///< no line is bold: a scan, or a typewriter's page
};

/// Widens `box` so that it holds `other`.
void join_boxes(Box& box, const Box& other);
/// True where the point lies in the box, or outside it by no more than `slack`.
bool holds_point(const Box& box, float x, float y, float slack);
/// The middle of a box.
inline float middle_x(const Box& box) { return (box.left + box.right) / 2; }
inline float middle_y(const Box& box) { return (box.top + box.bottom) / 2; }

}  // namespace casewright
