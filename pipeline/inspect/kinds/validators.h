#pragma once

#include <string>
#include <string_view>

namespace casewright {

/// Tells whether words that a pattern found are what they look like.
using Validator = bool (*)(std::string_view words);

/// The validator of that name, or null.
Validator validator_named(std::string_view name);
/// The names of all validators, for a hint.
std::string validator_names();

}  // namespace casewright
