#pragma once

#include <string>

namespace casewright {

/// The ICC profile (version 4) of sRGB, IEC 61966-2-1, small and quick to use.
std::string srgb_profile();

}  // namespace casewright
