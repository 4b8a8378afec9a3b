#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace casewright {

/// What somebody with that given name is usually called for short, in small letters ("liz" for "Elizabeth"); for a short
/// form the names that it may stand for (corpus/short-names.txt).
std::vector<std::string> usual_names_beside(std::string_view given);

}  // namespace casewright
