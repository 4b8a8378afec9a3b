#pragma once

#include <string>
#include <string_view>

#include "model/case.h"

namespace casewright {

/// The agency as readers know it, else by its id; never its real name.
std::string agency_told(const Case& of_case, std::string_view id);
/// The place of a thing that a case file says: "imr/police.xml, line 12".
std::string file_told(const Case& of_case, const Origin& origin);

}  // namespace casewright
