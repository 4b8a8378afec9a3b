#pragma once

#include <chrono>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/world.h"
#include "batch/run_status.h"

namespace casewright {

/// What one file may use before its worker is stopped.
struct Limits {
  std::uint64_t memory_bytes = 2ull << 30;  ///< beyond what the worker has when it starts, of it and of each program it starts
  std::chrono::seconds processor{120};
  std::chrono::seconds wall{300};
  std::uint64_t answer_bytes = 64ull << 20;  ///< the longest answer the parent takes
};

/// One file for a worker.
struct Task {
  std::uint64_t number = 0;  ///< the caller's own
  std::string input;         ///< what the work is given: a path
};

/// What the work gave for a task: `status` is ok, partial or fault; `answer` is the work's own.
struct Worked {
  RunStatus status = RunStatus::ok;
  std::string answer;
};

/// How a task went, as the parent saw it.
struct Ran {
  std::uint64_t number = 0;
  RunStatus status = RunStatus::ok;
  int signal = 0;  ///< that ended the worker, or 0
  std::chrono::milliseconds took{0};
  std::uint64_t memory_bytes = 0;  ///< the most the worker has held so far
  std::string answer;              ///< empty where the worker gave none
};

/// How a pool works.
struct PoolOptions {
  unsigned workers = 1;
  unsigned files_per_worker = 200;  ///< after which a fresh worker takes over, so that no leak grows old
  Limits limits;
  Path staging;          ///< each worker has a folder of its own below it, the only one it may write to; exists
  bool confined = true;  ///< without network, writing nowhere else, where the kernel can see to that
};

/// What the work is given beside its task: a folder that only this worker writes to, empty at the start.
using Work = std::function<Worked(const Task& task, const Path& folder)>;
/// Gives the next task, or nothing when there is none now; asked again after each task that ends.
using NextTask = std::function<std::optional<Task>()>;
/// Told of each task that ended, in the order of ending; `folder` holds what the work wrote and may be emptied.
using OnRan = std::function<void(Ran ran, const Path& folder)>;

/// What became of a pool's run.
struct PoolRun {
  bool stopped = false;  ///< `stop` became true before all was done
  bool confined_files = true;
  bool confined_network = true;
};

/// Runs tasks in forked workers, one at a time each, until `next` gives none and all have ended. The workers share
/// what the parent has loaded. A worker that crashes, hangs or swells ends its own task and no other. `stop` is
/// looked at between events; when it is true the workers are ended and the tasks they held are not reported.
PoolRun run_pool(const PoolOptions& options, const Work& work, const NextTask& next, const OnRan& on_ran,
                 const std::function<bool()>& stop);

}  // namespace casewright
