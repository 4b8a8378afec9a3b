#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "batch/run.h"
#include "emit/writers.h"
#include "foreign/json.h"
#include "model/theme.h"

namespace casewright {

/// What every file of a conversion shares.
struct Conversion {
  std::vector<const Writer*> formats;
  Theme theme;
  bool by_picture = false;  ///< pages with fonts that do not say what their letters are
};

/// Reads one report and writes it in every format below `folder`, as `stem` with each format's ending. The answer is the
/// file's entry in the manifest: what was recovered, and what was uncertain.
FileWorked convert_file(World& world, const Conversion& conversion, const BatchInput& input, const std::string& stem,
                        std::string_view bytes, const Path& folder);

}  // namespace casewright
