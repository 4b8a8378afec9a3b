#pragma once

#include <nlohmann/json.hpp>

namespace casewright::json {

using Value = nlohmann::ordered_json;

}  // namespace casewright::json
