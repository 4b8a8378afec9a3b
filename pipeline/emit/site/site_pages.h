#pragma once

#include <string>
#include <vector>

#include "emit/site/manifest.h"
#include "model/document.h"

namespace casewright {

/// The board's list of published reviews, the newest first.
Document list_page(std::vector<Manifest> manifests, const std::string& board);

/// What was checked before publication: rules, rule book, date, files and the number of waivers; no word
/// of the report.
Document certificate_page(const Manifest& manifest);

}  // namespace casewright
