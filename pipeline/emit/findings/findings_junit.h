#pragma once

#include <string>

#include "emit/findings/findings.h"

namespace casewright {

/// The findings as a test suite for build servers: each report a suite, each rule a case, a failure where it stops publication.
std::string write_findings_junit(const Checked& checked, const FindingsView& view);

}  // namespace casewright
