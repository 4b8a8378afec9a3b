#pragma once

#include <cstdint>
#include <vector>

#include "base/span.h"

class PDFDoc;

namespace casewright::pdf {

/// What painting a page has shown of some letters.
struct Trial {
  bool painted = false;             ///< false where the page could not be painted in good time
  std::vector<float> shows;         ///< of each letter the share, 0 to 1, that differs from the page without it
};

/// Paints the page twice, with the letters in those boxes and without any, and holds the two against each other. Each letter is
/// painted as a block in its own colour, so that nothing hangs on the machine's fonts.
Trial paint_trial(PDFDoc& document, std::uint32_t page, const std::vector<Box>& letters);

}  // namespace casewright::pdf
