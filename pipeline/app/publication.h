#pragma once

#include <string>
#include <vector>

#include "app/desk_work.h"
#include "emit/site/site.h"

namespace casewright {

/// The documents of a case that readers are to see, as Readings; what is missing in them comes as faults.
Result<std::vector<Reading>> readings_to_publish(const Desk& desk, const OpenCase& of_case);

/// A finished report, with what its case says of board, code and date.
Result<std::vector<Reading>> read_finished(const Desk& desk, const Path& file, const OpenCase& of_case);

/// A file of the staged site, read back: a page by its reader, anything else as plain text. Its name is
/// among what is read.
Result<Reading> read_written(const World& world, const Path& path, const std::string& name);

/// What the website says of the review beside its documents, with the hashes of the case's files for the
/// private record.
Result<SiteFacts> site_facts(const World& world, const Case& review, const Checked& checked);

}  // namespace casewright
