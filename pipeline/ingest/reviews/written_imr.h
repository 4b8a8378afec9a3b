#pragma once

#include <string>

#include "ingest/papers/bundle.h"
#include "model/case.h"
#include "model/document.h"
#include "model/heading_in.h"

namespace casewright {

/// An agency's management review as somebody wrote it in Word or another kind of report, as the <imr> that templates/schemas/imr.rng knows. Its headings say
/// what each part is, as `judge` reads them; lines and tables such as "Author: ..." say the rest. What no heading tells becomes a theme of
/// the analysis, so that no word of it is lost; what a report has no use for (contents, introduction, glossary) is told.
Record written_imr(Bundle& bundle, const std::string& name, const std::string& agency, const Document& document, std::uint32_t source, const Case& known,
                   const HeadingJudge& judge);

}  // namespace casewright
