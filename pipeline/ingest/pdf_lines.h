#pragma once

#include <string>
#include <vector>

#include "foreign/pdf_scan.h"
#include "model/document.h"

namespace casewright {

/// A word as it stands on a page: glyphs painted in a row.
struct PdfWord {
  Box box;
  float baseline = 0, size = 0;
  std::uint32_t first_glyph = 0;  ///< on its page; the next characters are the next glyphs where `exact`
  bool exact = true;
  bool strong = false, emphasis = false;
  bool raised = false;            ///< a small number above the line: the mark of a note
  std::string text;
  std::string target;             ///< of a link
};

/// Words on one line of a page, from left to right.
struct PdfLine {
  std::vector<PdfWord> words;
  Box box;
  float baseline = 0, size = 0;
  bool strong = false;            ///< all its words are
  std::uint32_t page = 0;
  float page_width = 0, page_height = 0;
  std::string text;               ///< without raised marks
};

/// What a page gives: its lines as a reader meets them, and the text on it that nobody sees.
struct PdfPageLines {
  std::uint32_t number = 0;
  float width = 0, height = 0;
  std::vector<PdfLine> lines;
  std::string hidden;             ///< off the page, in invisible ink or in a layer that is switched off
  std::size_t letters = 0;        ///< visible ones
  std::size_t unknown = 0;        ///< of these: without a Unicode map
  bool scanned = false;           ///< a picture fills it
  bool cut_short = false;
};

/// The lines of one page in reading order, columns one after the other, raised marks attached last.
PdfPageLines lines_of(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts);

}  // namespace casewright
