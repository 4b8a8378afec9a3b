#pragma once

#include <nlohmann/json.hpp>

namespace casewright::json {

/// A JSON value whose members keep the order in which they were written.
using Value = nlohmann::ordered_json;

}  // namespace casewright::json
