#pragma once

#include <string>

#include "base/colour.h"
#include "model/theme.h"

namespace casewright {

/// The measures of a printed report, in points, with the theme's fonts and colours.
struct PdfStyle {
  bool large = false;  ///< large print: 18 point and more everywhere
  float body = 12, table = 10.5f, note = 10, caption = 10.5f, furniture = 9.5f;
  float title = 29, subtitle = 16;
  float heading[7] = {0, 29, 20, 16, 13.5f, 12.5f, 12};  ///< by level
  float leading = 1.4f;                                  ///< a line's height by its size
  float short_side = 595.276f, long_side = 841.89f;      ///< A4
  float side = 64, top = 78, foot = 72;                  ///< margins
  std::string text_font, heading_font;
  Colour ink, paper, wash, accent, accent_ink, quiet, line, warning;
};

/// The style of the theme, for large print where asked; a brief is set small enough for its two pages.
PdfStyle pdf_style(const Theme& theme, bool large, bool brief);

}  // namespace casewright
