#pragma once

#include <string_view>
#include <vector>

#include "assemble/edit.h"
#include "base/dates.h"

namespace casewright {

/// How dates are shown to readers.
enum class DateStyle { month_year, age, relative };

/// What softening needs to know of a case.
struct SoftenRules {
  DateStyle style = DateStyle::month_year;
  std::string subject;             ///< public name of the first subject
  Date subject_born;
  std::vector<Date> births;        ///< of the register: only their year survives
  std::vector<Date> kept;          ///< dates of publication and of the report: they stay exact
};

/// Appends the edits that take exact dates, clock times and too exact ages out of a text, as the house style
/// and DOMAIN.md 4.1 (P-03 to P-07) ask, with the prepositions mended: "on 3 March 2014" to "in March 2014",
/// "at 8.43 am" to "in the morning", "19 days old" to "under one month old". Dates of statutes and guidance,
/// of publication and of the report stay.
void soften(std::string_view text, const SoftenRules& rules, std::vector<Edit>& edits);

}  // namespace casewright
