#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "foreign/regex.h"
#include "inspect/patterns/need_table.h"

namespace casewright {

/// A pattern with what a text must hold for it to match there, as numbers of one table of needs.
struct GatedPattern {
  regex::Pattern pattern;
  std::vector<std::uint32_t> needs;
};

/// The pattern with what its expression, read like that, says that it needs, put into the table.
GatedPattern gated(regex::Pattern pattern, std::string_view expression, regex::Reading reading, NeedTable& table);

}  // namespace casewright
