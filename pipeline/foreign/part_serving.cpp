#include "foreign/parts.h"

CASEWRIGHT_PART casewright_part() {
  static constexpr casewright::Serving table{casewright::http::make_server};
  return &table;
}
