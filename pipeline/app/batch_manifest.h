#pragma once

#include <string>
#include <vector>

#include "batch/run.h"

namespace casewright {

/// How many files of a run were done and how many were not.
struct BatchCounts {
  std::size_t done = 0, failed = 0;
};
BatchCounts counts_of(const std::vector<JournalEntry>& entries);

/// The manifest's file name; a part of a batch has its own.
std::string manifest_name(const Shard& shard);

/// The manifest of a run as JSON: what became of each file, what was of no kind that can be read, and what stood in the way.
std::string write_manifest(const std::vector<JournalEntry>& entries, const std::vector<std::string>& left_out,
                           const std::vector<std::string>& faults);

}  // namespace casewright
