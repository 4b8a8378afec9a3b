#include "foreign/parts.h"

CASEWRIGHT_PART casewright_part() {
  static constexpr casewright::Archives table{casewright::zip::open_archive, casewright::zip::make_archive, casewright::zip::amend_archive};
  return &table;
}
