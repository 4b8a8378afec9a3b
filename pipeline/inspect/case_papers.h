#pragma once

#include <string>
#include <string_view>

#include "model/case.h"
#include "model/finding.h"

namespace casewright {

/// The agency as readers know it, else by its id; never its real name.
std::string agency_told(const Case& of_case, std::string_view id);
/// The file of the bundle that says a thing: "imr/police.xml"; empty where nothing says which.
std::string file_of(const Case& of_case, const Origin& origin);
/// The place of a thing that a case file says: "imr/police.xml, line 12".
std::string file_told(const Case& of_case, const Origin& origin);
/// The finding as one about that place of the case: its file and line stand in the place of the document's.
Finding about_case(Finding finding, const Case& of_case, const Origin& origin);
/// The same for a line of case.xml.
Finding about_case(Finding finding, std::uint32_t line);

}  // namespace casewright
