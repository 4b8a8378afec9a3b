#include "foreign/parts.h"

CASEWRIGHT_PART casewright_part() {
  namespace pdf = casewright::pdf;
  static constexpr casewright::PdfObjects table{pdf::packed_file, pdf::make_clean_file, pdf::make_annotated, pdf::find_broken_conditions};
  return &table;
}
