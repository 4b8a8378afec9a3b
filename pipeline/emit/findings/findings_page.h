#pragma once

#include <string>

#include "emit/findings/findings.h"

namespace casewright {

/// The findings as a page for a browser: one file that asks for nothing else, with the verdict, what to do first, measures and findings.
std::string write_findings_page(const Checked& checked, const FindingsView& view);

}  // namespace casewright
