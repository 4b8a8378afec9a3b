#pragma once

#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "app/desk_work.h"
#include "batch/inputs.h"
#include "model/reading.h"

namespace casewright {

/// What a check of files came to.
struct CheckedFiles {
  Checked checked;
  std::vector<std::string> unreadable;  ///< files that gave no reading; the faults in `checked` say why, or were told
  bool stopped = false;                 ///< a person stopped it, or it could not begin; that was told
};

/// Reads, inspects and judges one file by itself, with the waivers beside it. No reading where it cannot be used; the
/// faults say why.
Checked check_alone(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const BatchInput& input,
                    const std::string& bytes);

/// Reads and inspects each file by itself, or all together where they belong to one case or the options say so, with the waivers beside them
/// and of the case.
CheckedFiles check_files(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const OpenCase* of_case);

/// Two of the reports that look like parts of one review, such as the report and the summary on one child; empty where none do.
std::vector<std::string> parts_of_one_review(const std::vector<Reading>& readings);

/// True for a folder that holds a case.
bool is_case_folder(const World& world, const Path& path);
/// Inspects what a case would publish as it stands, with the papers that its agencies gave.
CheckedFiles check_case_papers(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const OpenCase& of_case);

}  // namespace casewright
