#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "model/finding.h"

namespace casewright {

/// The bytes of a waiver file with one waiver more; what stands in it, comments too, stays as it is. `existing` is
/// empty where there is no file yet. Nothing where the file has no end to write before.
std::optional<std::string> add_waiver(std::string_view existing, const Waiver& waiver);

}  // namespace casewright
