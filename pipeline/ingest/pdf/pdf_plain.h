#pragma once

#include <vector>

#include "foreign/pdf/pdf_scan.h"
#include "model/document.h"

namespace casewright {

/// The words of a PDF in the order in which they are painted, a paragraph wherever a gap parts them: enough to search them and to
/// say where they stand, at a small part of what it costs to recover the layout.
class PdfPlain {
 public:
  /// What a person must know of a page before believing its words.
  struct Page {
    std::uint32_t number = 0;
    std::size_t letters = 0;      ///< visible ones
    std::size_t unknown = 0;      ///< of these: without a Unicode map
    bool scanned = false;         ///< a picture fills it
    bool cut_short = false;
  };

  /// Takes in the words of one page.
  Page add(const pdf::PageScan& scan);
  /// The paragraphs of all pages so far.
  std::vector<Block> take() { return std::move(blocks_); }

 private:
  std::vector<Block> blocks_;
};

}  // namespace casewright
