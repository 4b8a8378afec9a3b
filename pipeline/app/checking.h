#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/desk_work.h"
#include "model/reading.h"

namespace casewright {

/// What a check of files came to.
struct CheckedFiles {
  Checked checked;
  std::vector<std::string> unreadable;  ///< files that gave no reading; the faults in `checked` say why
};

/// Reads and inspects each file by itself, or all together where they belong to one case, with the waivers beside them
/// and of the case.
CheckedFiles check_files(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const OpenCase* of_case);

}  // namespace casewright
