#pragma once

#include <vector>

#include "app/checking.h"
#include "batch/journal.h"
#include "emit/findings/findings.h"

namespace casewright {

/// True where findings go into a folder, a file for each report: what was given is a folder, an archive or a list, and
/// `out` names no file; or a batch is asked to resume or to share its work.
bool checks_into_folder(const World& world, const CheckOptions& options);

/// Checks each report by itself in workers and writes its findings below `options.out`, with a summary over all.
Exit check_into_folder(const Desk& desk, const CheckOptions& options, const OpenRules& rules, const FindingsView& view);

/// True for entries of a check, which can be summed up.
bool is_check(const std::vector<JournalEntry>& entries);
/// Writes summary.html and summary.csv over the entries of a check.
Outcome write_check_summary(World& world, const Path& out, const std::vector<JournalEntry>& entries);

}  // namespace casewright
