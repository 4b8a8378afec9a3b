#pragma once

#include <string>

#include "model/reading.h"

namespace casewright {

/// The tree and the container of a reading, a line each, as the expectations of fixtures hold them.
std::string show(const Reading& reading);

}  // namespace casewright
