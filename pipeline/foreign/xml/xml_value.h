#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace casewright::xml {

/// True where `value` is of the XML Schema data type with its parameters (pattern, minLength and the like).
/// Types that are not known here accept everything: the schema itself has the last word.
bool is_of_type(std::string_view value, std::string_view type,
                const std::vector<std::pair<std::string, std::string>>& parameters);

}  // namespace casewright::xml
