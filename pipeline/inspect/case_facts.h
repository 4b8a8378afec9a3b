#pragma once

#include <string>
#include <string_view>

#include "base/dates.h"
#include "model/case.h"

namespace casewright {

/// A day that case.xml gives.
struct CaseDate {
  Date date;               ///< not known where the case does not give it
  std::uint32_t line = 0;  ///< of case.xml, 0 where nothing there gives it
};

/// The day of that kind: of `<dates>`, or of `<publication>` for "publication" and "available-until".
CaseDate case_date(const Case& of_case, std::string_view kind);
/// True where somebody answers by name and date for what the sign-off is about.
bool signed_off(const Case& of_case, std::string_view kind);
/// The line of case.xml on which the first of these elements stands, one inside the other; of the last that is there.
std::uint32_t line_of(const Case& of_case, std::initializer_list<std::string_view> elements);
/// What a kind of date or sign-off is about, as a person says it: "the Panel", "court orders".
std::string spoken_fact(std::string_view kind);
/// "case.xml, line 34", or "case.xml" where there is no line.
std::string place_in_case(std::uint32_t line);

}  // namespace casewright
