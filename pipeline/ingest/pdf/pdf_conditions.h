#pragma once

#include "base/result.h"
#include "model/reading.h"

namespace casewright {

/// Looks at the bytes of a PDF for conditions of PDF/UA-1 that it breaks and keeps them in the reading's Container; of
/// another file nothing. Faults say what could not be looked at. Apart from reading because only a check asks for it.
Faults note_broken_conditions(std::string_view bytes, Reading& reading);

}  // namespace casewright
