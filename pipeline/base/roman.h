#pragma once

#include <cstdint>
#include <string>

namespace casewright {

/// `number` in Roman numerals of small letters; in figures where it is below 1 or above 3,999, which they do not reach.
std::string roman(std::int64_t number);

}  // namespace casewright
