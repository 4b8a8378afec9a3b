#pragma once

#include <string>
#include <vector>

#include "batch/run.h"
#include "foreign/json.h"

namespace casewright {

/// How many files of a run were done and how many were not.
struct BatchCounts {
  std::size_t done = 0, failed = 0;
};
BatchCounts counts_of(const std::vector<JournalEntry>& entries);

/// The manifest's file name; a part of a batch has its own.
std::string manifest_name(const Shard& shard);

/// The manifest of a run as JSON: what became of each file, what was of no kind that can be read, and what stood in the way.
std::string write_manifest(const std::vector<JournalEntry>& entries, const BatchInputs& inputs);

/// A conversion's table for spreadsheets: a line for each file, also for those that were left out, with what became of it and what a person should look at.
std::string write_conversion_table(const std::vector<JournalEntry>& entries, const BatchInputs& inputs);

/// Which kinds of files were left out, and how many of each: "5 .png and 2 without an ending".
std::string kinds_left_out(const std::vector<Path>& files);

/// Faults as the answer of a file's work and the manifest hold them: a JSON array.
json::Value faults_value(const Faults& faults);

}  // namespace casewright
