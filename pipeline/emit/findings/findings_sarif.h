#pragma once

#include <string>

#include "emit/findings/findings.h"

namespace casewright {

/// The findings as a SARIF 2.1.0 log, with each rule's help.
std::string write_findings_sarif(const Checked& checked, const FindingsView& view);

}  // namespace casewright
