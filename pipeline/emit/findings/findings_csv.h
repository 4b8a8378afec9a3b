#pragma once

#include <string>

#include "emit/findings/findings.h"

namespace casewright {

/// The findings as a table for spreadsheets: UTF-8 with a byte order mark, and no cell that a spreadsheet would run as a formula.
std::string write_findings_csv(const Checked& checked, const FindingsView& view);

}  // namespace casewright
