#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "ingest/pdf/pdf_sight.h"
#include "model/container.h"

namespace casewright {

/// Pictures of which a page shows a part or nothing: cropped, under shapes or other pictures, in a layer that is switched off.
class PdfPictures {
 public:
  /// Adds those of a page to the container.
  void add(pdf::File& file, const pdf::PageScan& scan, const PageSight& sight, Container& container);
  /// Excuses pictures that page after page covers alike, once all pages were added: they are the ground of a design.
  void excuse_grounds(Container& container) const;

 private:
  std::map<std::uint32_t, std::vector<std::size_t>> covered_;  ///< items of the container by the object that is covered whole
};

}  // namespace casewright
