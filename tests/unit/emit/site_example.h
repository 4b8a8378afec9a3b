#pragma once

#include "emit/site/site.h"

namespace casewright {

/// An invented review with a report, a summary and a brief, certified; `edition` changes its words.
Certificate example_certificate(int edition = 1);
/// Its summary alone, as a review under the rules of 2006 has it.
Certificate example_summary_certificate();
SiteFacts example_facts();
Theme example_theme();

}  // namespace casewright
