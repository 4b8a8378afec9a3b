#pragma once

#include <vector>

#include "ingest/pdf/pdf_layout.h"

namespace casewright {

/// A shaded area, such as the head of a table.
struct LaidShade {
  Box box;
  std::uint32_t rgb = 0;
};

/// The straight lines of a page, pieces of one line joined, the edges of shaded areas among them.
struct LaidRules {
  std::vector<LaidRule> across, down;  ///< sorted by `at`
  std::vector<LaidShade> shades;
};

/// Gathers them from what is painted; nothing from a page of so many lines that it is a drawing.
LaidRules rules_of(const pdf::PageScan& scan, const LaidPage& page);

/// Lines that touch or cross one another, each group by itself.
std::vector<LaidRules> connected(const LaidRules& rules);

}  // namespace casewright
