#pragma once

#include <set>

#include "ingest/pdf/pdf_sight.h"
#include "model/container.h"

namespace casewright {

/// Looks into the dots of pictures where what is painted does not tell: dark bars within a scan, mosaics, blur, and what a
/// mask hides.
class PdfDots {
 public:
  /// Where shapes do not tell whether words show, the page itself is painted and looked at.
  void look_at_doubtful(pdf::File& file, const pdf::PageScan& scan, PageSight& sight) const;
  /// Marks recognised words that the scan itself has blackened.
  void look_under_words(pdf::File& file, const pdf::PageScan& scan, PageSight& sight) const;
  /// Adds pictures of which a part was pixelated, blurred or hidden by a mask; each once.
  void carry_marks(pdf::File& file, const pdf::PageScan& scan, const PageSight& sight, Container& container);
  /// Adds what the JPEG files of a page say beside the picture; each once.
  void carry_facts(pdf::File& file, const pdf::PageScan& scan, Container& container);

 private:
  std::set<std::uint32_t> looked_at_, asked_;
};

}  // namespace casewright
