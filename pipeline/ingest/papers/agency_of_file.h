#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "model/case.h"

namespace casewright {

/// The agencies that a file may belong to by its name: "A3-police.csv" by id, "police.xlsx" or "Community Health
/// chronology v2.docx" by the words of an agency's short, real, public or former name. One where it is clear.
std::vector<const Agency*> agencies_of_file(std::string_view file, const std::vector<Agency>& agencies);

}  // namespace casewright
