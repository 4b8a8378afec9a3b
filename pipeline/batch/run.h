#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/world.h"
#include "batch/inputs.h"
#include "batch/journal.h"
#include "batch/worker_pool.h"

namespace casewright {

/// What the work made of one file.
struct FileWorked {
  RunStatus status = RunStatus::ok;  ///< ok, partial or fault
  std::uint32_t pages = 0;
  std::vector<std::string> files;  ///< written below the folder the work was given, named as they shall be named below
                                   ///< the run's folder
  std::string answer;              ///< one JSON value for the journal, or empty
  Faults unwritten = {};                ///< why an output could not be written; then the run stops, and the file waits for the next
};

/// Works on one file, in a worker: reads nothing but `bytes` and writes nothing but below `folder`.
using FileWork = std::function<FileWorked(const BatchInput& input, std::string bytes, const Path& folder)>;

/// One part of a batch that several machines share: `part` of `parts`, from 1.
struct Shard {
  unsigned part = 1;
  unsigned parts = 1;
};

/// How a batch is run.
struct BatchOptions {
  Path out;              ///< the run's folder: outputs, journal
  std::string settings;  ///< everything beside the files' bytes that their results rest on: options, rule book, version
  unsigned jobs = 1;
  Limits limits;
  unsigned attempts = 2;  ///< of a file whose worker dies, hangs or swells, before it is poison
  Shard shard;
  bool resume = false;
  bool confined = true;
};

/// How far a run is, for whoever watches.
struct BatchProgress {
  std::uint64_t done = 0, all = 0;
  std::uint64_t pages = 0;
  std::uint64_t failed = 0;   ///< faults, timeouts, memory, crashes
  std::uint64_t skipped = 0;  ///< done by an earlier run
};

/// Told how far the run is, and of the file that ended just now, or null.
using Watch = std::function<void(const BatchProgress&, const JournalEntry*)>;

/// What a run came to: an entry for each file of the shard that is done, ordered by input.
struct BatchRun {
  std::vector<JournalEntry> entries;
  std::uint64_t skipped = 0;
  bool stopped = false;  ///< before all was done; the same command with --resume goes on
  std::vector<std::string> notes;  ///< what a person should know of the run, such as a wall the kernel lacks
  Faults faults;                   ///< of the run itself: a journal or an output that cannot be written
};

/// The journal's place in a run's folder; each shard has its own.
Path journal_path(const Path& out, const Shard& shard);

/// Works on the files in forked workers, each file by itself, and keeps a journal. Files of equal bytes are worked on
/// once. With `resume`, what an earlier run finished with the same bytes and settings is not done again; without it
/// the journal begins anew. The run may
/// be killed at any instant: run again with `resume` it ends with the same entries and files as an undisturbed one.
Result<BatchRun> run_batch(World& world, const std::vector<BatchInput>& files, const BatchOptions& options,
                           const FileWork& work, const Watch& watch,
                           const std::function<bool()>& stop);

}  // namespace casewright
