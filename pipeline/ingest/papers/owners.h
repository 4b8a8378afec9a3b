#pragma once

#include <string>
#include <string_view>

#include "model/case.h"

namespace casewright {

/// The agency ids of the agencies that a cell names ("Police and the Board": "A2 board"), with blanks between them; empty where it
/// names somebody else. Agencies are named by id, by one of their names, or as "the Board".
std::string owners_of(std::string_view cell, const Case& known);

}  // namespace casewright
