#include "foreign/parts.h"

CASEWRIGHT_PART casewright_part() {
  static constexpr casewright::Typesetting table{casewright::typeset::make_typesetter, casewright::raster::make_canvas};
  return &table;
}
