#pragma once

#include <string>

#include "emit/findings/findings.h"

namespace casewright {

/// The findings as a view for a person at a terminal of that width: place, message, excerpt with a caret under the words.
std::string write_findings_terminal(const Checked& checked, const FindingsView& view);

}  // namespace casewright
