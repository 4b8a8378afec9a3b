#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "ingest/papers/bundle.h"
#include "model/document.h"

namespace casewright {

/// Reads a file of a case bundle that somebody wrote in Word or another kind of report: its Document, or nothing and why. Tells of comments and
/// tracked changes, which a draft does not take over.
std::optional<Document> read_written_file(Bundle& bundle, const std::string& name, std::string_view bytes);

}  // namespace casewright
