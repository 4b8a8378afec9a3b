#pragma once

#include <map>
#include <string>
#include <vector>

#include "batch/inputs.h"

namespace casewright {

/// The path of each input's results without ending, by the input's name. Where two would be the same ("a.pdf" and
/// "a.docx", or names that differ in capitals only), the ending stays in the name; where that is not enough, a number
/// comes behind it. The names of the batch's own files are never given.
std::map<std::string, std::string> output_names(const std::vector<BatchInput>& inputs);

/// Faults for reports that stand in the output folder, where a result could take their place.
Faults reports_in_folder(const World& world, const std::vector<BatchInput>& inputs, const Path& out);

}  // namespace casewright
