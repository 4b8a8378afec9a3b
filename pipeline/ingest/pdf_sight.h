#pragma once

#include <vector>

#include "foreign/pdf_scan.h"

namespace casewright {

/// Why a letter cannot be seen.
enum class Unseen : std::uint8_t {
  no, under_shape, under_image, under_annotation, same_colour, invisible, masked, clipped, off_page, tiny, layer,
  blackened,   ///< recognised words over which the scan itself is black
  recognised,  ///< words of a scan that a program has recognised: they stand unseen over the picture, and that is as it should be
};

/// How one letter is seen.
struct Sight {
  Unseen why = Unseen::no;
  std::uint32_t cover = pdf::none;  ///< index of the paint over it
};

/// What a page shows and hides.
struct PageSight {
  std::vector<Sight> letters;       ///< runs beside PageScan::glyphs
  bool scanned = false;             ///< pictures make up most of the page
};

/// Judges every letter of a page by what is painted before and after it.
PageSight sight_of(const pdf::PageScan& scan);

}  // namespace casewright
