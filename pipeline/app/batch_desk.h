#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "app/commands.h"
#include "batch/run.h"

namespace casewright {

/// The part of a batch that "K/N" names; a fault where it names none.
Result<Shard> read_shard(const std::string& text);

/// The files that a command line names; "-" stands for a list on standard input. Tells faults.
BatchInputs inputs_for(const Desk& desk, const std::vector<Path>& given, const Path& out);
/// The same for results that go into a folder. Nothing, with its fault told, where no report is among them or one stands in
/// that folder.
std::optional<BatchInputs> inputs_into(const Desk& desk, const std::vector<Path>& given, const Path& out);

/// Runs a batch with progress on a terminal, tells the faults of each file as it ends, and stops in good order when the
/// person or the system asks for it. Nothing where the run cannot begin; its faults are told.
std::optional<BatchRun> run_at_desk(const Desk& desk, const std::vector<BatchInput>& files, const BatchChoice& choice,
                                    const Path& out, const std::string& settings, const FileWork& work);

/// What a worker hands over of one file.
using AnswerOf = std::function<std::string(const BatchInput& input)>;
/// Works on files in forked workers, each file by itself, without a journal: the answers in the order of the files, none
/// for a file that could not be worked on, which is told. Nothing at all where the run was stopped or could not begin.
std::optional<std::vector<std::optional<std::string>>> answers_at_desk(const Desk& desk, const std::vector<BatchInput>& files,
                                                                       const BatchChoice& choice, const AnswerOf& answer_of);

/// How a command over a batch ends: `ready` where all was done, `fault` where nothing was; a part of a batch in which
/// nothing could be done is as done as it will be.
Exit exit_of(const BatchRun& run, const BatchChoice& choice);

}  // namespace casewright
