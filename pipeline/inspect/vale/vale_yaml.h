#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/record.h"

namespace casewright {

/// An element of our own made from a place in a style's YAML.
Record element_from(std::string name, const Record& from, std::string text = {});
/// The items of a list, or the one scalar that stands in its place.
std::vector<std::string> items_of(const Record& yaml, std::string_view key);
/// A scalar, trimmed.
std::string value_of(const Record& yaml, std::string_view key, std::string otherwise = {});
/// True where a scalar says yes.
bool says_yes(const Record& yaml, std::string_view key, bool otherwise = false);

}  // namespace casewright
