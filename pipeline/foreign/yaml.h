#pragma once

#include <string>
#include <string_view>

#include "base/record.h"
#include "base/result.h"

namespace casewright::yaml {

/// A YAML document as a Record: a mapping's keys become child elements, the items of a list children named "item",
/// and a scalar text. Anchors and aliases are refused, since they let a small file grow without bound.
Result<Record> read(std::string_view bytes, const std::string& file);

}  // namespace casewright::yaml
