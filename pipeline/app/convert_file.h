#pragma once

#include <string>
#include <vector>

#include "app/inputs.h"
#include "emit/writers.h"
#include "foreign/json.h"
#include "model/theme.h"

namespace casewright {

/// One file that a conversion writes.
struct ConvertedFile {
  std::string name;  ///< below the output folder
  std::string format;
  std::string bytes;
};

/// What became of one input: its files, what was recovered and what was not.
struct Converted {
  std::vector<ConvertedFile> files;  ///< none where the input could not be read
  json::Value record;                ///< the input's entry in the manifest
  Faults faults;
};

/// Reads one report and writes it in every format, in memory: nothing is kept between calls, so that any number of
/// workers may do it. `stem` is the path of its results below the output folder, without ending.
Converted convert_file(const World& world, const Input& input, const std::string& stem, const std::vector<const Writer*>& formats, const Theme& theme);

}  // namespace casewright
