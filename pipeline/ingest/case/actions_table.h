#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "base/record.h"
#include "base/result.h"
#include "base/world.h"
#include "model/case.h"

namespace casewright {

/// Reads an action plan that is a table: each row one <action> as in actions.xml, its owner turned into agency ids
/// where the words name agencies. A row without words is named in a fault; cells under headings that nobody
/// knows are kept as <other heading="...">.
Result<std::vector<Record>> read_actions_table(std::string_view bytes, const Path& file, std::uint32_t source, const Case& known);

}  // namespace casewright
