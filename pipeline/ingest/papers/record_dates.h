#pragma once

#include <string_view>

#include "base/dates.h"
#include "base/record.h"

namespace casewright {

/// The date (yyyy-mm-dd) that the attribute holds; an unknown one where it holds none.
inline Date date_of(const Record& record, std::string_view attribute) { return date_from_iso(record.attribute(attribute)).value_or(Date{}); }
/// The same for an element that may not be there.
inline Date date_of(const Record* record, std::string_view attribute) { return record == nullptr ? Date{} : date_of(*record, attribute); }

}  // namespace casewright
