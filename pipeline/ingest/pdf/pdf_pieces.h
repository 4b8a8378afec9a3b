#pragma once

#include <map>
#include <string>
#include <tuple>
#include <vector>

#include "foreign/pdf/pdf_scan.h"
#include "ingest/blocks/hyphens.h"
#include "model/document.h"

namespace casewright {

/// Glyphs painted in a row on one line, all set alike, one character of text for each.
struct PdfStretch {
  std::string text;
  std::uint32_t page = 0;
  std::uint32_t first_glyph = 0;
  bool exact = true;              ///< false where the file says in other words what the glyphs mean
  Box box;
  float baseline = 0, size = 0;
  bool strong = false, emphasis = false;
  bool raised = false;            ///< a small number above the line: the mark of a note
  std::string target;             ///< of a link
  std::string language;
};

/// The visible words of a file by the marked content that they stand in.
class PdfPieces {
 public:
  /// Takes in the words of one page.
  void add(const pdf::PageScan& scan, const std::vector<pdf::Font>& fonts);
  /// What stands in that content, or null.
  const std::vector<PdfStretch>* find(std::uint32_t page, std::uint32_t form, std::uint32_t id) const;
  /// All contents, by page, form and id.
  const auto& all() const { return pieces_; }

 private:
  using Key = std::tuple<std::uint32_t, std::uint32_t, std::uint32_t>;
  std::map<Key, std::vector<PdfStretch>> pieces_;
};

/// True where a reader of the page sees the glyph; in a scan the invisible words are those of the picture.
bool is_seen(const pdf::PageScan& scan, const pdf::Glyph& glyph, bool scanned);

/// The index of the marked content with an id in which a run stands, or none.
std::uint32_t content_of(const pdf::PageScan& scan, const pdf::Run& run);

/// True where two stretches that follow each other stand on one line.
bool on_one_line(const PdfStretch& before, const PdfStretch& next);

/// The words of a block from the stretches in their order: spaces where there is a gap or a line ends, words that
/// were parted at a line's end put together again, small raised numbers as references to notes. `plain` leaves
/// out what is bold or italic.
std::vector<Inline> inlines_of(std::vector<PdfStretch> stretches, Hyphens& hyphens, bool plain);

}  // namespace casewright
