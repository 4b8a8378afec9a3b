#pragma once

#include "inspect/kinds.h"

namespace casewright {

/// Reports where a PDF breaks a condition of PDF/UA-1.
std::shared_ptr<const Check> prepare_pdf_condition(const Rule& rule, Preparation& preparation);

}  // namespace casewright
