#pragma once

#include <vector>

#include "foreign/pdf/pdf_scan.h"

namespace casewright {

/// Why a letter cannot be seen.
enum class Unseen : std::uint8_t {
  no, under_shape, under_image, under_annotation, same_colour, invisible, masked, clipped, off_page, tiny, layer,
  drawn_alike,  ///< its font draws every letter as the same block
  blackened,   ///< recognised words over which the scan itself is black
  recognised,  ///< words of a scan that a program has recognised: they stand unseen over the picture, and that is as it should be
};

/// How one letter is seen.
struct Sight {
  Unseen why = Unseen::no;
  std::uint32_t cover = pdf::none;  ///< index of the paint over it
  bool doubtful = false;            ///< in sight as far as shapes tell, which is not far: what is painted there must say
  Unseen in_doubt = Unseen::same_colour;  ///< why nobody sees a doubtful letter, should it not show
};

/// What a page shows and hides.
struct PageSight {
  std::vector<Sight> letters;       ///< runs beside PageScan::glyphs
  bool scanned = false;             ///< pictures make up most of the page
  bool unsure = false;              ///< letters are left of which nobody can say whether they show
};

/// Judges every letter of a page by what is painted before and after it.
PageSight sight_of(const pdf::PageScan& scan);
/// A letter whose double stands in sight at the same place is a shadow, or was painted anew.
void forgive_doubles(const pdf::PageScan& scan, PageSight& sight);

}  // namespace casewright
