#pragma once

#include <string>
#include <vector>

#include "app/commands.h"
#include "batch/run.h"

namespace casewright {

/// The part of a batch that "K/N" names; a fault where it names none.
Result<Shard> read_shard(const std::string& text);

/// The files that a command line names; "-" stands for a list on standard input. Tells faults.
BatchInputs inputs_for(const Desk& desk, const std::vector<Path>& given, const Path& out);

/// Runs a batch with progress on a terminal, tells the faults of each file as it ends, and stops in good order when the
/// person or the system asks for it. Nothing where the run cannot begin; its faults are told.
std::optional<BatchRun> run_at_desk(const Desk& desk, const std::vector<BatchInput>& files, const BatchChoice& choice,
                                    const Path& out, const std::string& settings, const FileWork& work);

/// How a command over a batch ends: `ready` where all was done, `fault` where nothing was; a part of a batch in which
/// nothing could be done is as done as it will be.
Exit exit_of(const BatchRun& run, const BatchChoice& choice);

}  // namespace casewright
